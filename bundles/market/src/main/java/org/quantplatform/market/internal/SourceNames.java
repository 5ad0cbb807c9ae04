package org.quantplatform.market.internal;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the sources that a request names, or else those that are set for its market. */
final class SourceNames {

    private static final PluginRegistry.RequestPath PATH = new PluginRegistry.RequestPath("sources", "options");
    private static final int MOST_SOURCES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(SourceNames.class);

    private final PluginRegistry plugins;
    private final SourceChains chains;

    SourceNames(PluginRegistry plugins, SourceChains chains) {
        this.plugins = plugins;
        this.chains = chains;
    }

    /** Judges whether a source can be asked. */
    interface Fitness {

        /** What is wrong with it, such as {@code has no daily bars}; null when nothing is. */
        @Nullable
        String wrong(String id, DataSource source);
    }

    /**
     * Those that can be asked for daily bars of the market, in order; what is wrong is added to the errors.
     *
     * @param path of the field that names them
     */
    List<String> of(@Nullable List<String> named, Market market, String path, List<FieldError> errors) {
        return of(named, market, path, (id, source) -> wrong(source, market), errors);
    }

    /** As before, of those that are fit. */
    List<String> of(
            @Nullable List<String> named, Market market, String path, Fitness fitness, List<FieldError> errors) {
        List<String> sources = named == null ? there(chains.of(market)) : named;
        if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
            errors.add(new FieldError(
                    path,
                    sources.isEmpty()
                            ? "is needed: no sources are set for market " + market
                            : "must be at most " + MOST_SOURCES));
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String at = path + "[" + i + "]";
            String id = sources.get(i);
            if (id == null || ids.contains(id)) {
                errors.add(new FieldError(at, id == null ? "must be the id of a source" : "is named twice"));
            } else {
                check(at, id, fitness, errors);
                ids.add(id);
            }
        }
        return ids;
    }

    /** Whether one of the sources has corporate actions of the market. */
    boolean haveActions(List<String> ids, Market market) {
        return ids.stream().map(this::source).anyMatch(source -> source.kinds(market)
                .contains(DataKind.CORPORATE_ACTIONS));
    }

    /**
     * Local time from which the first of them that is there has the bars of a session, since the others are asked for what
     * it lacks; null when it has them from the close on, or when none is there.
     */
    @Nullable
    LocalTime finalAt(@Nullable List<String> named, Market market) {
        List<String> sources = named == null ? chains.of(market) : named;
        return sources.stream()
                .filter(id -> id != null && isThere(id))
                .findFirst()
                .flatMap(id -> source(id).finalAt(market))
                .orElse(null);
    }

    private DataSource source(String id) {
        return plugins.bind(DataSource.class, id, Map.of(), PATH).service();
    }

    /** One of several that are set for a market may be away for a while; when all are, the request names them. */
    private List<String> there(List<String> set) {
        List<String> there = set.stream().filter(this::isThere).toList();
        if (there.size() < set.size()) {
            LOG.warn("Of the sources {} only {} are there", set, there);
        }
        return there.isEmpty() ? set : there;
    }

    private boolean isThere(String id) {
        try {
            plugins.bind(DataSource.class, id, Map.of(), PATH);
            return true;
        } catch (QuantException e) {
            LOG.debug("Source {} is not there", id, e);
            return false;
        }
    }

    private void check(String path, String id, Fitness fitness, List<FieldError> errors) {
        try {
            String wrong = fitness.wrong(id, source(id));
            if (wrong != null) {
                errors.add(new FieldError(path, "source '" + id + "' " + wrong));
            }
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            errors.add(new FieldError(path, "there is no source '" + shortened(id) + "'"));
        }
    }

    private static @Nullable String wrong(DataSource asked, Market market) {
        Capabilities source = asked.capabilities();
        if (source.readsFiles()) {
            return "reads files, which are imported";
        }
        if (source.synthetic()) {
            return "generates prices, which are imported";
        }
        if (!source.markets().contains(market)) {
            return "has no data of " + market;
        }
        return asked.kinds(market).contains(DataKind.DAILY_BARS) ? null : "has no daily bars";
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64);
    }
}
