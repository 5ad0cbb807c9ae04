package org.quantplatform.security.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.PluginKind;
import org.quantplatform.spi.auth.AuthMode;

/** The auth modes that the settings name, as far as they are there. */
@Component(service = AuthModes.class, configurationPid = "org.quantplatform.security")
@Designate(ocd = SecurityConfig.class)
public final class AuthModes {

    private static final PluginRegistry.RequestPath NOWHERE = new PluginRegistry.RequestPath("", "");

    private final PluginRegistry plugins;
    private volatile List<String> names;

    @Activate
    public AuthModes(@Reference PluginRegistry plugins, SecurityConfig config) {
        this(plugins, config.modes());
    }

    /** @param modes ids, separated by commas */
    public AuthModes(PluginRegistry plugins, String modes) {
        this.plugins = plugins;
        this.names = split(modes);
    }

    /** Without a gap: a new component would take all that refers to it away for a moment. */
    @Modified
    public void changed(SecurityConfig config) {
        names = split(config.modes());
    }

    /** In the order in which they are asked, whether they are there or not. */
    public List<String> names() {
        return names;
    }

    /** Empty while the mode is not there. */
    public Optional<AuthMode> find(String name) {
        return plugins.find(PluginKind.AUTH, name).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        plugins.bind(AuthMode.class, name, Map.of(), NOWHERE).service());
    }

    private static List<String> split(String modes) {
        return Arrays.stream(modes.split(","))
                .map(String::strip)
                .filter(mode -> !mode.isEmpty())
                .toList();
    }
}
