package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.util.Optional;
import org.quantplatform.catalog.internal.Entry.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a plug-in is offered. */
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final PluginArchive archive;
    private final Probes probes;
    private final Isolation isolation;

    Admission(PluginArchive archive, Probes probes, Isolation isolation) {
        this.archive = archive;
        this.probes = probes;
        this.isolation = isolation;
    }

    /** Takes up to the time limit of probing; never throws. */
    Verdict judge(Entry entry) {
        String sha256 = "";
        try {
            sha256 = archive.keep(entry.arrival()::jar);
            Refusal.unless(
                    entry.properties().problem() == null,
                    "" + entry.properties().problem());
            return admit(entry, sha256);
        } catch (Refusal e) {
            LOG.debug("Plug-in {} is refused", entry, e);
            return new Verdict.Quarantined(e.getMessage(), sha256);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Plug-in {} cannot be kept", entry, e);
            return new Verdict.Quarantined("its jar cannot be kept: " + e.getMessage(), sha256);
        }
    }

    private Verdict admit(Entry entry, String sha256) {
        return isolation.call("probe-" + entry.kind().code() + "-" + entry.id(), () -> {
            entry.arrival().loadClasses();
            Object plugin = entry.arrival().plugin();
            Optional<ParameterBinder> binder = probes.probe(plugin);
            return new Verdict.Admitted(plugin, binder, sha256);
        });
    }
}
