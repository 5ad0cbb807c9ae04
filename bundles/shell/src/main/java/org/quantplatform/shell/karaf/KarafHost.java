package org.quantplatform.shell.karaf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.Entry;
import org.quantplatform.shell.Host;
import org.quantplatform.shell.Prompts;

/** Inside the server: the platform is at hand, and one execution has one session. */
final class KarafHost implements Host, AutoCloseable {

    private static final Prompts NOBODY = new Prompts() {

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<String> secret(String prompt) {
            return Optional.empty();
        }
    };

    private final Platform platform;
    private final Screens screens;
    private final Prompts prompts;
    private @Nullable PlatformSession session;
    private String error = "";

    /** For looking at the commands only. */
    KarafHost(Platform platform) {
        this(platform, Screens.NONE, NOBODY);
    }

    KarafHost(Platform platform, Screens screens, Prompts prompts) {
        this.platform = platform;
        this.screens = screens;
        this.prompts = prompts;
    }

    @Override
    public Entry entry() {
        return new KarafEntry(platform);
    }

    @Override
    public Prompts prompts() {
        return prompts;
    }

    @Override
    public PlatformSession session() {
        if (session == null) {
            @Nullable Sessions sessions = platform.sessions();
            if (sessions == null) {
                throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is not ready yet");
            }
            session = sessions.open(Credentials.from("console"));
        }
        return session;
    }

    @Override
    public HealthReport health() {
        @Nullable Health health = platform.health();
        if (health == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is not ready yet");
        }
        return health.report();
    }

    @Override
    public Optional<String> answer() {
        return Optional.empty();
    }

    @Override
    public String address(String path) {
        return path.isEmpty() ? "this server" : path;
    }

    @Override
    public Screens screens() {
        return screens;
    }

    @Override
    public Interrupts interrupts() {
        // the shell interrupts the command's thread itself
        return () -> {};
    }

    @Override
    public void error(String line) {
        error = line;
    }

    @Override
    public boolean remote() {
        return false;
    }

    /** The last error that was told. */
    String error() {
        return error;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }
}
