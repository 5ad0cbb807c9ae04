package org.quantplatform.shell.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.client.ClientSettings;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.client.aws.AwsEnvironment;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;

/** Where the server is: told by options, else the environment, else the file, else this machine. */
final class CliConfiguration {

    private static final String API_KEY = "qk_";
    private static final String LOCAL = "http://127.0.0.1:8000";

    private final Globals globals;
    private final Map<String, String> environment;

    CliConfiguration(Globals globals, Map<String, String> environment) {
        this.globals = globals;
        this.environment = environment;
    }

    ClientSettings settings() {
        File file = file();
        try {
            String address = address(file);
            return ClientSettings.of(address, token(file, ClientSettings.parse(address)))
                    .trusting(authorities(file));
        } catch (QuantException e) {
            throw new BadInput(e.getMessage());
        }
    }

    private String address(File file) {
        if (globals.url() != null) {
            return globals.url();
        }
        Optional<String> variable = variable("QUANT_URL");
        if (variable.isPresent()) {
            return variable.get();
        }
        Endpoint endpoint = endpoint(file);
        if (endpoint.baseUrl() != null) {
            return endpoint.baseUrl();
        }
        if (globals.mode() == Globals.Mode.LOCAL) {
            return LOCAL;
        }
        throw new BadInput("mode cloud has no address: give --url, or set api.cloud.base_url in " + path());
    }

    private Endpoint endpoint(File file) {
        boolean local = globals.mode() == Globals.Mode.LOCAL;
        @Nullable
        Endpoint endpoint = file.api() == null
                ? null
                : local ? file.api().local() : file.api().cloud();
        return endpoint == null ? new Endpoint(null, null) : endpoint;
    }

    private Optional<Path> authorities(File file) {
        return Optional.ofNullable(globals.caFile()).or(() -> variable("QUANT_CA_FILE")
                .or(() -> Optional.ofNullable(endpoint(file).caFile()))
                .map(Path::of));
    }

    private Optional<Token> token(File file, URI server) {
        String mode = globals.auth() == null ? "" : globals.auth().toLowerCase(Locale.ROOT);
        if (!mode.matches("|local|simple|aws|jwt")) {
            throw new BadInput("--auth must be local, simple, aws or jwt, was '" + globals.auth() + "'");
        }
        String stored = file.auth() == null || file.auth().token() == null
                ? ""
                : file.auth().token();
        if (mode.equals("local")) {
            return Optional.empty();
        }
        String token = variable("QUANT_PLATFORM_TOKEN").orElse(stored);
        if (token.isEmpty()) {
            return sessions().token(server);
        }
        boolean bearer = mode.equals("jwt")
                || token.startsWith(API_KEY)
                || mode.isEmpty() && token.matches("[^.]+\\.[^.]+\\.[^.]*");
        return Optional.of(bearer ? Token.bearer(token) : Token.session(token));
    }

    private File file() {
        Path path = path();
        if (globals.config() == null && !Files.exists(path)) {
            return new File(null, null);
        }
        return RequestDocument.read(path).as(File.class);
    }

    private Path path() {
        if (globals.config() != null) {
            return globals.config();
        }
        return folder().resolve("cli_config.yaml");
    }

    SessionFile sessions() {
        return new SessionFile(folder(), variable("QUANT_PASSPHRASE").orElse(""));
    }

    /** Where answers of this server to this user are kept; the folder's name tells neither. */
    Path answers(ClientSettings settings) {
        String user = settings.token()
                .flatMap(token -> sessions()
                        .entry(settings.server())
                        .filter(entry -> entry.token().equals(Optional.of(token)))
                        .map(SessionFile.Entry::username)
                        .or(() -> Optional.of(token.value())))
                .orElse("");
        return folder().resolve("cache").resolve(digest(settings.server() + "\n" + user));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    AwsEnvironment aws() {
        return new AwsEnvironment(environment, home());
    }

    private Path folder() {
        return home().resolve(".quant_platform");
    }

    private Path home() {
        return Path.of(variable("HOME").orElse(System.getProperty("user.home", ".")));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** The whole file. */
    record File(@Nullable Api api, @Nullable Auth auth) {}

    /** Servers by mode. */
    record Api(@Nullable Endpoint local, @Nullable Endpoint cloud) {}

    /** One server. */
    record Endpoint(@Nullable String baseUrl, @Nullable String caFile) {}

    /** What proves who the user is. */
    record Auth(@Nullable String token) {

        @Override
        public String toString() {
            return "Auth";
        }
    }
}
