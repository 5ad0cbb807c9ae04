package org.quantplatform.httpserver;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on the settings, now and whenever they change. */
final class Settings implements ManagedService {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String NOBODY = "0.0.0.0";

    private final Consumer<Rules> follower;
    private @Nullable ServiceRegistration<?> registration;

    Settings(Consumer<Rules> follower) {
        this.follower = follower;
    }

    /** Whether bundles bring settings and servlets. */
    static boolean inFramework() {
        return FrameworkUtil.getBundle(Settings.class) != null;
    }

    /** From now on the framework brings them; where there is none, the defaults hold. */
    void open() {
        Bundle bundle = FrameworkUtil.getBundle(Settings.class);
        if (bundle == null) {
            updated(null);
            return;
        }
        registration = bundle.getBundleContext()
                .registerService(
                        ManagedService.class, this, new Hashtable<>(Map.of(Constants.SERVICE_PID, HttpSettings.PID)));
    }

    void close() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    /** With settings that cannot be used, this machine alone may call: a list with a slip in it must not let all in. */
    @Override
    public void updated(@Nullable Dictionary<String, ?> settings) {
        try {
            follower.accept(Rules.of(settings));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "etc/{}.cfg cannot be used, and other machines are refused until it is mended: {}",
                    HttpSettings.PID,
                    e.getMessage());
            follower.accept(Rules.of(new Hashtable<>(Map.of("allow", NOBODY))));
        }
    }
}
