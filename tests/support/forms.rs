//! The forms of a page, read just well enough to fill and send them as a browser would.

#[derive(Clone, Debug)]
pub struct Form {
    pub method: String,
    pub action: String,
    fields: Vec<(String, String)>,
    /// Every name that the form knows, filled or not.
    names: Vec<String>,
    /// What radio buttons and check boxes offer.
    offered: Vec<(String, String)>,
}

impl Form {
    /// The first form whose action contains `action`; a form without action is sent to `path`.
    pub fn find(html: &str, action: &str, path: &str) -> Option<Self> {
        html.split("<form").skip(1).find_map(|piece| {
            let (tag, inside) = piece.split_once('>')?;
            let target = attribute(tag, "action").unwrap_or_else(|| path.to_owned());
            let inside = inside.split("</form>").next()?;
            let method = attribute(tag, "method").unwrap_or_else(|| "get".into()).to_uppercase();
            target.contains(action).then(|| {
                let mut form = Self {
                    method,
                    action: target,
                    fields: vec![],
                    names: vec![],
                    offered: vec![],
                };
                form.read(inside);
                form
            })
        })
    }

    fn read(&mut self, html: &str) {
        let mut select = None;
        for piece in html.split('<').skip(1) {
            let Some((tag, after)) = piece.split_once('>') else {
                continue;
            };
            let (element, name) = (tag.split_whitespace().next().unwrap_or(""), attribute(tag, "name"));
            if let Some(name) = &name {
                self.names.push(name.clone());
            }
            match (element, name) {
                ("input", Some(name)) => {
                    let kind = attribute(tag, "type").unwrap_or_default();
                    let choice = matches!(kind.as_str(), "radio" | "checkbox");
                    if choice {
                        self.offered
                            .push((name.clone(), attribute(tag, "value").unwrap_or_else(|| "on".into())));
                    }
                    if kind != "submit" && (!choice || has(tag, "checked")) {
                        let usual = if choice { "on" } else { "" };
                        self.fields
                            .push((name, attribute(tag, "value").unwrap_or_else(|| usual.into())));
                    }
                }
                ("textarea", Some(name)) => self.fields.push((name, unescape(after))),
                ("select", name) => select = name,
                ("/select", _) => select = None,
                ("option", _) if has(tag, "selected") => {
                    if let Some(name) = select.clone() {
                        self.fields
                            .push((name, attribute(tag, "value").unwrap_or_else(|| unescape(after.trim()))));
                    }
                }
                _ => {}
            }
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Fills a field that the form has.
    #[track_caller]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        assert!(
            self.has(name),
            "the form {} has no field {name}, but {:?}",
            self.action,
            self.names
        );
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// One more value of a field that may have several.
    pub fn with_also(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Chooses the first radio button of that name whose value begins like this.
    #[track_caller]
    pub fn choosing(self, name: &str, beginning: &str) -> Self {
        let offered = self
            .offered
            .iter()
            .find(|(known, value)| known == name && value.starts_with(beginning));
        let (_, value) = offered
            .unwrap_or_else(|| panic!("{} offers {:?}", self.action, self.offered))
            .clone();
        self.with(name, &value)
    }

    pub fn encoded(&self) -> String {
        serde_urlencoded::to_string(&self.fields).expect("text is encoded")
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescape(after.split('"').next()?))
}

fn has(tag: &str, flag: &str) -> bool {
    tag.split_whitespace()
        .any(|word| word.trim_end_matches('/') == flag || word.starts_with(&format!("{flag}=")))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}
