package org.quantplatform.catalog.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.catalog.internal.Entry.Verdict;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;

/** Joins plug-ins with parameters. */
final class BoundPlugins {

    private final Roster roster;
    private final ArchivedPlugins archived;
    private final Duration patience;

    /** @param patience how long to wait for a plug-in that is still being probed */
    BoundPlugins(Roster roster, ArchivedPlugins archived, Duration patience) {
        this.roster = roster;
        this.archived = archived;
        this.patience = patience;
    }

    <S> BoundPlugin<S> active(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        PluginKind kind = Kinds.kind(service);
        String normalised = PluginProperties.normalised(id);
        awaitProbation(kind, normalised);
        Entry entry = roster.offered(kind, normalised)
                .orElseThrow(() -> QuantException.invalid(path.id(), absence(kind, normalised)));
        Verdict.Admitted admitted =
                entry.admitted().orElseThrow(() -> QuantException.invalid(path.id(), absence(kind, normalised)));
        PluginPin pin = new PluginPin(
                kind,
                entry.id(),
                entry.origin().symbolicName(),
                entry.origin().version().toString(),
                admitted.sha256());
        return bound(service, admitted.plugin(), admitted.binder(), parameters, pin, path.parameters());
    }

    <S> BoundPlugin<S> pinned(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        PluginKind kind = Kinds.kind(service);
        Optional<Verdict.Admitted> installed = roster.all(kind, pin.id()).stream()
                .flatMap(entry -> entry.admitted().stream())
                .filter(admitted -> admitted.sha256().equals(pin.sha256()))
                .findFirst();
        if (installed.isPresent()) {
            Verdict.Admitted admitted = installed.get();
            return bound(service, admitted.plugin(), admitted.binder(), parameters, pin, "parameters");
        }
        try {
            Object plugin = archived.load(kind, pin.id(), pin.sha256())
                    .orElseThrow(() -> new Refusal("the jar with digest " + pin.sha256() + " is not here any more"));
            Optional<ParameterBinder> binder = Kinds.hasParameters(plugin)
                    ? Optional.of(ParameterBinder.of(Kinds.parameterType(plugin)))
                    : Optional.empty();
            return bound(service, plugin, binder, parameters, pin, "parameters");
        } catch (Refusal e) {
            throw QuantException.of(
                    ErrorCode.UNPROCESSABLE,
                    kind.code() + " '" + pin.id() + "' " + pin.version() + " cannot be run again: " + e.getMessage(),
                    e);
        }
    }

    private static <S> BoundPlugin<S> bound(
            Class<S> service,
            Object plugin,
            Optional<ParameterBinder> binder,
            Map<String, Object> parameters,
            PluginPin pin,
            String path) {
        if (binder.isEmpty()) {
            if (!parameters.isEmpty()) {
                throw QuantException.invalid(path, "must be empty; '" + pin.id() + "' has no parameters");
            }
            return new BoundPlugin<>(service.cast(plugin), new BoundPlugin.NoParameters(), new TreeMap<>(), pin);
        }
        ParameterBinder.Bound bound = binder.get().bind(parameters, path);
        return new BoundPlugin<>(service.cast(plugin), bound.parameters(), bound.values(), pin);
    }

    private void awaitProbation(PluginKind kind, String id) {
        try {
            roster.awaitProbation(kind, id, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String absence(PluginKind kind, String id) {
        List<Entry> present = roster.all(kind, id);
        for (Entry entry : present) {
            if (entry.verdict() instanceof Verdict.Quarantined quarantined) {
                return kind.code() + " '" + id + "' is quarantined: " + quarantined.reason();
            }
        }
        if (!present.isEmpty()) {
            return kind.code() + " '" + id + "' is still being probed; try again in a moment";
        }
        List<String> known = roster.all().stream()
                .filter(entry -> entry.kind() == kind && entry.admitted().isPresent())
                .map(Entry::id)
                .distinct()
                .toList();
        return "there is no " + kind.code() + " '" + id + "'; "
                + (known.isEmpty() ? "none is installed" : "known are " + String.join(", ", known));
    }
}
