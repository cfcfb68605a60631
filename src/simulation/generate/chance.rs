//! Chance from a seed (SplitMix64): no library's next version can change the worlds.

/// One stream of luck. Streams of different names never meet.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of one thing: `what` it is about, and which of them.
    pub fn of(seed: u64, what: &str, numbers: &[usize]) -> Self {
        let mut chance = Self(seed);
        for byte in what.bytes() {
            chance = chance.turned(u64::from(byte));
        }
        for number in numbers {
            chance = chance.turned(*number as u64 + 1);
        }
        chance
    }

    fn turned(mut self, by: u64) -> Self {
        self.0 ^= by.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        Self(self.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn happens(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + (self.share() * (most - least + 1) as f64) as i64
    }

    pub fn of_all<T: Copy>(&mut self, items: &[T]) -> T {
        items[((self.share() * items.len() as f64) as usize).min(items.len() - 1)]
    }

    /// One of the items, each as likely as its weight says.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, f64)]) -> T {
        let total: f64 = items.iter().map(|(_, weight)| weight).sum();
        let mut at = self.share() * total;
        for (item, weight) in items {
            at -= weight;
            if at < 0.0 {
                return *item;
            }
        }
        items[items.len() - 1].0
    }

    /// Around 0, with spread 1.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }

    /// The beta distribution (Jöhnk's way).
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        loop {
            let x = self.share().powf(1.0 / a);
            let y = self.share().powf(1.0 / b);
            if x + y <= 1.0 && x + y > 0.0 {
                return x / (x + y);
            }
        }
    }
}
