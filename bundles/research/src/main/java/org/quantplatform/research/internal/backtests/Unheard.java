package org.quantplatform.research.internal.backtests;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quantplatform.core.jobs.JobContext;

/** Of a run that is no job of its own and tells nobody how far it is. */
record Unheard(BooleanSupplier end) implements JobContext {

    @Override
    public String id() {
        return "";
    }

    @Override
    public long ownerId() {
        return 0;
    }

    @Override
    public String requestJson() {
        return "{}";
    }

    @Override
    public void progress(long done, long total, Map<String, Object> values) {}

    @Override
    public boolean cancelled() {
        return end.getAsBoolean();
    }
}
