-- keys are forgotten after a day
create index idempotency_keys_created on idempotency_keys (created_at);
