package org.quantplatform.webconsole.internal.platform;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.model.PluginKind;

/** What is plugged in and offered. */
public final class Catalogue {

    private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_LIMIT);

    private Catalogue() {}

    public static List<PluginInfo> active(PlatformSession session, PluginKind kind) {
        return session.plugins().list(Optional.of(kind), ALL).items().stream()
                .filter(plugin -> plugin.status() == PluginInfo.Status.ACTIVE)
                .toList();
    }

    public static List<PluginInfo> all(PlatformSession session) {
        return session.plugins().list(Optional.empty(), ALL).items();
    }
}
