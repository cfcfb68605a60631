//! A text that reads differently for different numbers, as one text for each: nobody has to know how Fluent writes it.

use fluent_syntax::{ast, parser, serializer};

/// What depends on the number, and how it reads; the last form is for every other number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    pub value: String,
    pub forms: Vec<Form>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// `one`, or a number: `0`.
    pub code: String,
    pub text: String,
}

/// Classes of numbers that languages have.
const CLASSES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A text that is one choice by a number, and nothing else; `None`: it is plain, or more than that.
pub fn apart(text: &str) -> Option<Forms> {
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    let resource = parser::parse(format!("it =\n{lines}")).ok()?;
    let [ast::Entry::Message(message)] = resource.body.as_slice() else {
        return None;
    };
    let [ast::PatternElement::Placeable { expression }] = message.value.as_ref()?.elements.as_slice() else {
        return None;
    };
    let ast::Expression::Select {
        selector: ast::InlineExpression::VariableReference { id },
        variants,
    } = expression
    else {
        return None;
    };
    let forms: Option<Vec<Form>> = variants.iter().map(form).collect();
    let mut forms = forms?;
    // Whatever stands last, this is what all other numbers read.
    let other = variants.iter().position(|variant| variant.default)?;
    let other = forms.remove(other);
    forms.push(other);
    Some(Forms {
        value: id.name.clone(),
        forms,
    })
}

fn form(variant: &ast::Variant<String>) -> Option<Form> {
    let code = match &variant.key {
        ast::VariantKey::Identifier { name } => Some(name).filter(|name| CLASSES.contains(&name.as_str()))?,
        ast::VariantKey::NumberLiteral { value } => value,
    };
    let simple = |element: &ast::PatternElement<String>| match element {
        ast::PatternElement::TextElement { .. } => true,
        ast::PatternElement::Placeable { expression } => matches!(expression, ast::Expression::Inline(_)),
    };
    variant.value.elements.iter().all(simple).then(|| Form {
        code: code.clone(),
        text: written(&variant.value),
    })
}

/// As somebody types it: signs that Fluent wants in quotation marks stand for themselves.
fn written(pattern: &ast::Pattern<String>) -> String {
    let element = |element: &ast::PatternElement<String>| match element {
        ast::PatternElement::TextElement { value } => value.clone(),
        ast::PatternElement::Placeable {
            expression: ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }),
        } => value.clone(),
        ast::PatternElement::Placeable { expression } => {
            let alone = ast::Pattern {
                elements: vec![ast::PatternElement::Placeable {
                    expression: expression.clone(),
                }],
            };
            let resource = ast::Resource {
                body: vec![ast::Entry::Message(ast::Message {
                    id: ast::Identifier { name: "it".to_owned() },
                    value: Some(alone),
                    attributes: Vec::new(),
                    comment: None,
                })],
            };
            let source = serializer::serialize(&resource);
            source.trim().strip_prefix("it = ").unwrap_or_default().to_owned()
        }
    };
    let text: String = pattern.elements.iter().map(element).collect();
    text.trim().to_owned()
}

impl Forms {
    /// What is kept.
    pub fn together(&self) -> String {
        let last = self.forms.len().saturating_sub(1);
        let line = |(at, form): (usize, &Form)| {
            let star = if at == last { "   *" } else { "    " };
            format!("{star}[{}] {}\n", form.code, quoted(&form.text))
        };
        let lines: String = self.forms.iter().enumerate().map(line).collect();
        format!("{{ ${} ->\n{lines}}}", self.value)
    }

    /// Whether somebody has written a choice of their own into one of them.
    pub fn is_simple(&self) -> bool {
        apart(&self.together()).is_some_and(|again| again.forms.len() == self.forms.len())
    }
}

/// One line, whose beginning Fluent does not take for its own.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().next() {
        Some(sign @ ('.' | '[' | '*')) => format!("{{\"{sign}\"}}{}", &line[sign.len_utf8()..]),
        _ => line,
    }
}
