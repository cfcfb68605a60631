-- Whom the first rows of a doubt are about: JSON, the names as they stand in the table.
ALTER TABLE import_doubt ADD COLUMN about TEXT NOT NULL DEFAULT '[]';
