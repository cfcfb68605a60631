//! An answer is a choice plus a button: a button pressed without choosing changes nothing.

pub struct ChoiceForm {
    pub action: String,
    pub name: &'static str,
    pub legend: String,
    pub choices: Vec<Choice>,
    pub button: String,
    /// A sentence below the button.
    pub after: Option<String>,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: String, label: String) -> Self {
        Self {
            value,
            label,
            hint: None,
        }
    }
}
