//! The growth with the pool, as a picture: both axes logarithmic, so that a straight line is steady growth.

use std::fmt::Write as _;

use sprachpool::database::Engine;

use crate::{
    figures::Figure,
    world::{database::name, land, wishes},
};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 470.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 360.0;
/// Volunteers.
const SIZES: (f64, f64) = (100.0, 200_000.0);
/// Milliseconds.
const TIMES: (f64, f64) = (0.1, 100.0);

/// What the issue asks for: volunteers, and the p99 in milliseconds.
const GOALS: [(f64, f64); 2] = [(10_000.0, 5.0), (100_000.0, 20.0)];

pub fn svg(figures: &[Figure]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"13\">\n<title>Whom to ask next: p99 in milliseconds, by the size of the pool</title>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"22\" font-weight=\"bold\">Whom to ask next: p99 in ms, by volunteers in the pool</text>\n"
    );
    axes(&mut svg);
    for (volunteers, goal) in GOALS {
        let (x, y) = (x(volunteers), y(goal));
        let _ = writeln!(
            svg,
            "<path d=\"M{:.1} {y:.1}h36\" stroke=\"#b00020\" stroke-width=\"3\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" fill=\"#b00020\">goal {goal}</text>",
            x - 18.0,
            x - 18.0,
            y - 6.0
        );
    }
    let mut row = 0.0;
    for engine in [Engine::Sqlite, Engine::Postgres] {
        for wish in wishes::Kind::ALL {
            line(&mut svg, figures, (engine, wish), &mut row);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn axes(svg: &mut String) {
    for (at, label) in [(150.0, "150"), (10_000.0, "10,000"), (100_000.0, "100,000")] {
        let x = x(at);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {TOP}V{BOTTOM}\" stroke=\"#ddd\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text>",
            BOTTOM + 20.0
        );
    }
    for at in [0.1, 1.0, 10.0, 100.0] {
        let y = y(at);
        let _ = writeln!(
            svg,
            "<path d=\"M{LEFT} {y:.1}H{RIGHT}\" stroke=\"#ddd\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{at}</text>",
            LEFT - 8.0,
            y + 4.0
        );
    }
}

/// One kind of request on one engine, in pools that are spread over towns when they are large.
fn line(svg: &mut String, figures: &[Figure], (engine, wish): (Engine, wishes::Kind), row: &mut f64) {
    let belongs = |figure: &&Figure| {
        let spread = figure.size < 1_000 || figure.land == land::Kind::Region;
        figure.engine == engine && figure.wish == wish && spread
    };
    let points: Vec<(f64, f64)> = figures
        .iter()
        .filter(belongs)
        .map(|figure| (x(figure.size as f64), y(figure.times.percentile(99))))
        .collect();
    if points.is_empty() {
        return;
    }
    let (colour, dashes) = style(engine, wish);
    let path: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let _ = writeln!(
        svg,
        "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
        path.join("L")
    );
    for (x, y) in points {
        let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>");
    }
    let (from, y) = (RIGHT + 12.0, TOP + 12.0 + *row * 20.0);
    let _ = writeln!(
        svg,
        "<path d=\"M{from} {y:.1}h24\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>\
         <text x=\"{}\" y=\"{:.1}\" font-size=\"11\">{}: {}</text>",
        from + 30.0,
        y + 4.0,
        name(engine),
        wish.label()
    );
    *row += 1.0;
}

fn style(engine: Engine, wish: wishes::Kind) -> (&'static str, &'static str) {
    let colour = match wish {
        wishes::Kind::CommonFound => "#0b5394",
        wishes::Kind::CommonNone => "#7a5195",
        wishes::Kind::RareFound => "#2f7d32",
        wishes::Kind::RareNone => "#666",
        wishes::Kind::CommonVideo => "#c55a11",
    };
    let dashes = match engine {
        Engine::Sqlite => "none",
        Engine::Postgres => "6 4",
    };
    (colour, dashes)
}

fn x(volunteers: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * place(volunteers, SIZES)
}

fn y(milliseconds: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * place(milliseconds.max(TIMES.0), TIMES)
}

/// 0 to 1.
fn place(value: f64, (from, until): (f64, f64)) -> f64 {
    (value / from).ln() / (until / from).ln()
}
