-- SHA-256 of the one refresh token that prolongs the session; null for sessions that are not prolonged
alter table sessions add column refresh_token varchar(64) collate "C";
