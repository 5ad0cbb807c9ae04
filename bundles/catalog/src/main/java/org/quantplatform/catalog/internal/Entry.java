package org.quantplatform.catalog.internal;

import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.Version;
import org.quantplatform.model.PluginKind;

/** A plug-in that is there, whatever is thought of it. */
final class Entry {

    private final PluginKind kind;
    private final PluginProperties properties;
    private final Origin origin;
    private final Arrival arrival;
    private final Instant since;
    private volatile Verdict verdict = new Verdict.Probation();

    Entry(PluginKind kind, PluginProperties properties, Origin origin, Arrival arrival, Instant since) {
        this.kind = kind;
        this.properties = properties;
        this.origin = origin;
        this.arrival = arrival;
        this.since = since;
    }

    /** The bundle that it comes from. */
    record Origin(String symbolicName, Version version, long bundleId) {}

    /** What is thought of a plug-in. */
    sealed interface Verdict {

        /** Being probed for the first time. */
        record Probation() implements Verdict {}

        /** May be offered. */
        record Admitted(Object plugin, Optional<ParameterBinder> binder, String sha256) implements Verdict {}

        /** May not, for this reason; the digest is empty when the jar could not be read. */
        record Quarantined(String reason, String sha256) implements Verdict {}
    }

    PluginKind kind() {
        return kind;
    }

    String id() {
        return properties.id();
    }

    PluginProperties properties() {
        return properties;
    }

    Origin origin() {
        return origin;
    }

    Arrival arrival() {
        return arrival;
    }

    Instant since() {
        return since;
    }

    Verdict verdict() {
        return verdict;
    }

    Optional<Verdict.Admitted> admitted() {
        return verdict instanceof Verdict.Admitted admitted ? Optional.of(admitted) : Optional.empty();
    }

    void judge(Verdict found) {
        this.verdict = found;
    }

    /** @param otherId normalised */
    boolean is(PluginKind otherKind, String otherId) {
        return kind == otherKind && PluginProperties.normalised(id()).equals(otherId);
    }

    @Override
    public String toString() {
        return kind.code() + " " + id() + " " + origin.version();
    }
}
