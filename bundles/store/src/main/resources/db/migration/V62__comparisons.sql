-- how the checked bars agree with those of other sources; null when none were asked
alter table data_checks add column comparison json;
