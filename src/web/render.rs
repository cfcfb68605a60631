//! Small answers: a page, a form that is shown again, the way to another page.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::Page;

#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorTemplate {
    pub page: Page,
    pub text: String,
}

/// A page, or a plain 500 when its template fails.
pub fn html(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "a template failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The form again, with what is wrong: 422.
pub fn unprocessable(template: &impl Template) -> Response {
    html(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// After a POST: go and GET that local path.
pub fn see_other(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path.to_owned())]).into_response()
}
