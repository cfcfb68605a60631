mod data_doc;
mod imports;
mod locales;
