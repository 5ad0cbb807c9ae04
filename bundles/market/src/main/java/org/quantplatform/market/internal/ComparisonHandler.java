package org.quantplatform.market.internal;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.PluginRegistry;

/** Runs a check of the data that compares it with that of other sources, for which it waits. */
@Component(service = JobHandler.class)
public final class ComparisonHandler implements JobHandler {

    private final Checking checking;

    @Activate
    public ComparisonHandler(
            @Reference CheckStore checks,
            @Reference UpdateStore updates,
            @Reference MarketStore market,
            @Reference PluginRegistry plugins) {
        this.checking = new Checking(checks, updates, market, plugins, Clock.systemUTC());
    }

    @Override
    public String kind() {
        return CheckStore.COMPARISON;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws JobCancelled {
        return checking.run(context);
    }
}
