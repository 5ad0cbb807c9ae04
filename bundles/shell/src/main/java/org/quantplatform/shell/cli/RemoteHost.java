package org.quantplatform.shell.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.client.Attempt;
import org.quantplatform.client.ClientComforts;
import org.quantplatform.client.ClientSettings;
import org.quantplatform.client.Exchange;
import org.quantplatform.client.HttpPlatform;
import org.quantplatform.client.TokenRenewal;
import org.quantplatform.shell.Entry;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.Host;
import org.quantplatform.shell.Prompts;

/** A process of its own: the platform is reached over HTTP. */
final class RemoteHost implements Host {

    private final Globals globals;
    private final Map<String, String> environment;
    private final PrintWriter err;
    private final ThreadLocal<byte[]> answer = new ThreadLocal<>();
    private final Prompts prompts = new TerminalPrompts(System.console(), System.in);
    private @Nullable HttpPlatform platform;
    private @Nullable PlatformSession session;
    private @Nullable Screens screens;

    RemoteHost(Globals globals, Map<String, String> environment, PrintWriter err) {
        this.globals = globals;
        this.environment = environment;
        this.err = err;
    }

    @Override
    public PlatformSession session() {
        if (session == null) {
            session = platform().session();
        }
        return session;
    }

    @Override
    public HealthReport health() {
        return platform().health().report();
    }

    @Override
    public Entry entry() {
        return new RemoteEntry(
                platform().logins(),
                platform().server(),
                configuration().sessions(),
                configuration().aws());
    }

    @Override
    public Prompts prompts() {
        return prompts;
    }

    @Override
    public Optional<String> answer() {
        return Optional.ofNullable(answer.get()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String address(String path) {
        return path.startsWith("http") ? path : platform().server() + path;
    }

    @Override
    public Screens screens() {
        if (screens == null) {
            screens = TerminalProbe.screens(environment);
        }
        return screens;
    }

    @Override
    public Interrupts interrupts() {
        return ShutdownInterrupts.ofCallingThread();
    }

    @Override
    public void error(String line) {
        err.println("quant: " + line);
        err.flush();
    }

    @Override
    public boolean remote() {
        return true;
    }

    private HttpPlatform platform() {
        if (platform == null) {
            platform = connected();
        }
        return platform;
    }

    /** Renews only what is kept in the user's folder; a token from elsewhere is its giver's. */
    private HttpPlatform connected() {
        SessionFile sessions = configuration().sessions();
        ClientSettings settings = configuration().settings();
        boolean kept = settings.token().isPresent() && settings.token().equals(sessions.token(settings.server()));
        ClientComforts comforts = new ClientComforts(Optional.of(configuration().answers(settings)), this::tried);
        if (!kept) {
            return HttpPlatform.comfortable(settings, this::took, TokenRenewal.NONE, comforts);
        }
        SessionRenewal renewal = new SessionRenewal(sessions, settings);
        return HttpPlatform.comfortable(renewal.fresh(), this::took, renewal, comforts);
    }

    private CliConfiguration configuration() {
        return new CliConfiguration(globals, environment);
    }

    private void took(Exchange exchange) {
        answer.set(exchange.answer());
    }

    private void tried(Attempt attempt) {
        if (globals.verbose()) {
            err.println(attempt);
            err.flush();
        }
    }
}
