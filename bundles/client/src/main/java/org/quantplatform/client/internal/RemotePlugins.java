package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.model.PluginKind;

/** {@code /plugins}. */
public final class RemotePlugins implements Plugins {

    private final Http http;

    public RemotePlugins(Http http) {
        this.http = http;
    }

    @Override
    public Page<PluginInfo> list(Optional<PluginKind> kind, PageRequest page) {
        String path =
                Query.of("/plugins").page(page).with("kind", kind.orElse(null)).toString();
        return http.send(Call.get(path)).page("plugins", PluginInfo.class);
    }

    @Override
    public PluginInfo get(PluginKind kind, String id) {
        return http.send(Call.get(path(kind, id))).as(PluginInfo.class);
    }

    @Override
    public PluginInfo verify(PluginKind kind, String id) {
        return http.send(Call.action(path(kind, id) + "/verify")).as(PluginInfo.class);
    }

    private static String path(PluginKind kind, String id) {
        return "/plugins/" + kind.code() + "/" + Query.segment(id);
    }
}
