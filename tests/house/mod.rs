mod data_doc;
mod imports;
mod locales;
mod trail;
