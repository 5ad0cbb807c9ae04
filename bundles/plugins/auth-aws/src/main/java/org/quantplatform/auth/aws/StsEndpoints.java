package org.quantplatform.auth.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The only addresses that this server ever sends a proof to. */
final class StsEndpoints {

    private static final String REGION = "{region}";

    /** So narrow that no other service below the same domain fits, such as {@code s3} or {@code s3-eu-west-1}. */
    private static final String REGION_NAME = "[a-z]{2}(?:-[a-z]{2,12}){1,2}-[0-9]{1,2}";

    private static final Pattern ADDRESS = Pattern.compile("https?://[a-z0-9.\\[\\]:{}-]+");
    private static final Pattern LOOPBACK = Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private final List<Pattern> allowed;

    private StsEndpoints(List<Pattern> allowed) {
        this.allowed = allowed;
    }

    /** @throws IllegalArgumentException when an address is not one of https, or of this machine */
    static StsEndpoints of(String addresses) {
        return new StsEndpoints(
                Patterns.words(addresses).stream().map(StsEndpoints::pattern).toList());
    }

    /** The address to send to; empty when the proof is for a place that is not among the allowed ones. */
    Optional<URI> find(String url) {
        String address = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        boolean known =
                allowed.stream().anyMatch(pattern -> pattern.matcher(address).matches());
        return known ? Optional.of(URI.create(address + "/")) : Optional.empty();
    }

    private static Pattern pattern(String address) {
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        boolean safe = bare.startsWith("https://") || LOOPBACK.matcher(bare).matches();
        if (!safe || !ADDRESS.matcher(bare).matches()) {
            throw new IllegalArgumentException("'" + address + "' in endpoints is not an https address without a path");
        }
        int region = bare.indexOf(REGION);
        if (region < 0) {
            return Pattern.compile(Pattern.quote(bare));
        }
        return Pattern.compile(Pattern.quote(bare.substring(0, region))
                + REGION_NAME
                + Pattern.quote(bare.substring(region + REGION.length())));
    }
}
