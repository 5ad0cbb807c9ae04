package org.quantplatform.client.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Where AWS's own programs look for keys: the environment variables {@code AWS_ACCESS_KEY_ID}, {@code
 * AWS_SECRET_ACCESS_KEY} and {@code AWS_SESSION_TOKEN}, else the profile {@code AWS_PROFILE} (or {@code default}) of {@code
 * ~/.aws/credentials} and {@code ~/.aws/config}.
 */
public final class AwsEnvironment {

    private static final String GLOBAL = "https://sts.amazonaws.com";

    private final Map<String, String> environment;
    private final Path home;

    public AwsEnvironment(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** @throws QuantException {@code UNAUTHENTICATED} when there are none */
    public AwsKeys keys() {
        if (variable("AWS_ACCESS_KEY_ID").isPresent()
                && variable("AWS_SECRET_ACCESS_KEY").isPresent()) {
            return new AwsKeys(
                    variable("AWS_ACCESS_KEY_ID").get(),
                    variable("AWS_SECRET_ACCESS_KEY").get(),
                    variable("AWS_SESSION_TOKEN"));
        }
        Map<String, String> profile = profile();
        String id = profile.get("aws_access_key_id");
        String secret = profile.get("aws_secret_access_key");
        if (id == null || secret == null) {
            throw QuantException.of(
                    ErrorCode.UNAUTHENTICATED,
                    "no keys of AWS: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure'; for other "
                            + "kinds of login to AWS run: eval \"$(aws configure export-credentials --format env)\"");
        }
        return new AwsKeys(id, secret, Optional.ofNullable(profile.get("aws_session_token")));
    }

    /**
     * Address of STS, without a path: {@code AWS_ENDPOINT_URL_STS}, else that of the region, else the global one.
     *
     * @throws QuantException {@code INVALID_REQUEST} when the variable holds no such address
     */
    public URI sts() {
        Optional<String> given = variable("AWS_ENDPOINT_URL_STS");
        if (given.isPresent()) {
            String address = given.get().replaceAll("/+$", "");
            if (!address.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
                throw QuantException.invalid("AWS_ENDPOINT_URL_STS", "must be an address without a path");
            }
            return URI.create(address);
        }
        return region().map(region -> URI.create(
                        "https://sts." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "")))
                .orElse(URI.create(GLOBAL));
    }

    /** The region that signatures for {@link #sts()} name. */
    public String signingRegion() {
        return sts().toString().equals(GLOBAL) ? "us-east-1" : region().orElse("us-east-1");
    }

    private Optional<String> region() {
        return variable("AWS_REGION")
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .or(() -> Optional.ofNullable(profile().get("region")))
                .filter(region -> region.matches("[a-z0-9-]{4,32}"));
    }

    private Map<String, String> profile() {
        String name = variable("AWS_PROFILE").orElse("default");
        Map<String, String> values = new TreeMap<>();
        section(file("AWS_CONFIG_FILE", "config"), name.equals("default") ? name : "profile " + name, values);
        section(file("AWS_SHARED_CREDENTIALS_FILE", "credentials"), name, values);
        return values;
    }

    private Path file(String variable, String name) {
        return variable(variable).map(Path::of).orElse(home.resolve(".aws").resolve(name));
    }

    /** Adds the values below {@code [section]}. */
    private static void section(Path file, String section, Map<String, String> values) {
        String current = "";
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                current = text.substring(1, text.length() - 1).strip().replaceAll("\\s+", " ");
            } else if (current.equals(section) && !text.startsWith("#") && !text.startsWith(";")) {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    values.put(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip());
                }
            }
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "cannot read " + file, e);
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
