package org.quantplatform.api.plugins;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.model.PluginKind;

/** What is plugged in at this moment. Ids are taken with {@code _} for {@code -}. */
@ProviderType
public interface Plugins {

    /** In order of kind and id; bundles that could not even be started are listed too, under their file's name. */
    @Access(Permission.PLUGIN_READ)
    Page<PluginInfo> list(Optional<PluginKind> kind, PageRequest page);

    @Access(Permission.PLUGIN_READ)
    PluginInfo get(PluginKind kind, String id);

    /** Probes it again and answers with the outcome; takes up to the probe's time limit. */
    @Access(value = Permission.PLUGIN_MANAGE, audit = "plugin.verify")
    PluginInfo verify(PluginKind kind, String id);
}
