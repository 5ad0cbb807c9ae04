package org.quantplatform.security.internal.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.spi.auth.AuthMode;

/** A registry in which there is the auth mode {@code password}, as long as it is there. */
final class OneMode implements PluginRegistry {

    boolean there = true;
    private final AuthMode mode;

    OneMode(AuthMode mode) {
        this.mode = mode;
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        PluginPin pin = new PluginPin(PluginKind.AUTH, id, "test", "1.0.0", "ab");
        return new BoundPlugin<>(service.cast(mode), new BoundPlugin.NoParameters(), Map.of(), pin);
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PluginInfo> find(PluginKind kind, String id) {
        PluginInfo.BundleInfo bundle = new PluginInfo.BundleInfo("test", "1.0.0", "ab");
        return there && id.equals("password")
                ? Optional.of(new PluginInfo(
                        kind,
                        id,
                        "Password",
                        List.of(),
                        PluginInfo.Status.ACTIVE,
                        null,
                        bundle,
                        List.of(),
                        MemoryUsers.NOW))
                : Optional.empty();
    }

    @Override
    public List<PluginInfo> active(PluginKind kind) {
        return find(kind, "password").stream().toList();
    }

    @Override
    public long count(PluginInfo.Status status) {
        return there ? 1 : 0;
    }
}
