package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;

/** The plug-ins as the faces show them. */
final class PluginList implements Plugins {

    private final Roster roster;
    private final PluginTracker tracker;
    private final BundleWatch watch;

    PluginList(Roster roster, PluginTracker tracker, BundleWatch watch) {
        this.roster = roster;
        this.tracker = tracker;
        this.watch = watch;
    }

    @Override
    public Page<PluginInfo> list(Optional<PluginKind> kind, PageRequest page) {
        List<PluginInfo> wanted = all().stream()
                .filter(info -> kind.isEmpty() || info.kind() == kind.get())
                .toList();
        return Page.cut(wanted, page);
    }

    @Override
    public PluginInfo get(PluginKind kind, String id) {
        if (kind == PluginKind.BUNDLE) {
            return broken(id);
        }
        return roster.describe(entry(kind, id));
    }

    @Override
    public PluginInfo verify(PluginKind kind, String id) {
        if (kind == PluginKind.BUNDLE) {
            watch.look();
            return broken(id);
        }
        Entry entry = entry(kind, id);
        tracker.probe(entry);
        return roster.describe(entry);
    }

    List<PluginInfo> all() {
        List<PluginInfo> all = new ArrayList<>();
        roster.all().forEach(entry -> all.add(roster.describe(entry)));
        all.addAll(watch.broken());
        return all;
    }

    /** The one that is offered, or else the one that would come next. */
    private Entry entry(PluginKind kind, String id) {
        String normalised = PluginProperties.normalised(id);
        return roster.offered(kind, normalised)
                .or(() -> roster.all(kind, normalised).stream().findFirst())
                .orElseThrow(() -> QuantException.notFound(kind.code(), id));
    }

    private PluginInfo broken(String id) {
        return watch.broken().stream()
                .filter(info -> PluginProperties.normalised(info.id()).equals(PluginProperties.normalised(id)))
                .findFirst()
                .orElseThrow(() -> QuantException.notFound("quarantined bundle", id));
    }
}
