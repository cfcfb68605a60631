mod queries;
mod schema;
