package org.quantplatform.auth.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.ExternalUsers;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.UsedProofs;
import org.quantplatform.testkit.LocalSts;
import org.quantplatform.testkit.LocalSts.Identity;
import org.quantplatform.testkit.SignedCallerIdentity;

class AwsAuthModeTest {

    private static final String SERVER = "quant.example.org";
    private static final Identity ANN =
            identity("AKIAANN0000000000001", null, "arn:aws:iam::123456789012:user/desk/Ann", "AIDAANN");
    private static final Identity DEPLOY =
            identity("ASIADEPLOY0000000001", "session+token==", assumed("Deploy", "root"), "AROADEPLOY:root");
    private static final Identity SSO = identity(
            "ASIASSO0000000000001", "token", assumed("AWSReservedSSO_Desk_1", "bob@x.org"), "AROASSO:bob@x.org");
    private static final Identity STRANGER = new Identity(
            "AKIASTRANGER00000001",
            "secret",
            null,
            "arn:aws:iam::999999999999:user/ann",
            "999999999999",
            "AIDASTRANGER");

    private final LocalSts sts = LocalSts.start().add(ANN).add(DEPLOY).add(SSO).add(STRANGER);
    private final Settings settings = new Settings(sts.url());
    private final Users users = new Users();

    @AfterEach
    void stop() {
        sts.close();
    }

    @Test
    void letsInWhomAwsKnowsAndTheSettingsName() {
        AwsAuthMode mode = mode();

        AuthResult result = login(mode, proof(ANN));

        assertThat(result).isInstanceOfSatisfying(AuthResult.Started.class, started -> {
            assertThat(started.username()).isEqualTo("aws:123456789012:user:ann");
            assertThat(Duration.between(Instant.now(), started.expiresAt())).isLessThanOrEqualTo(Duration.ofHours(1));
            assertThat(mode.authenticate(new Credentials(Map.of("session_token", started.token()), "203.0.113.5")))
                    .isInstanceOfSatisfying(AuthResult.Granted.class, granted -> assertThat(granted.username())
                            .isEqualTo(started.username()));
        });
        assertThat(users.admitted).containsEntry("AIDAANN", "arn:aws:iam::123456789012:user/desk/Ann");
    }

    @Test
    void letsInNobodyByDefault() {
        settings.accounts = "";
        assertThat(refusal(proof(ANN))).contains("arn:aws:iam::123456789012:user/desk/Ann is not let in");
        settings.serverNames = "";
        assertThat(refusal(proof(ANN))).contains("server.names");
    }

    @Test
    void refusesOtherAccountsAlsoUnderTheSameName() {
        assertThat(refusal(proof(STRANGER))).contains("arn:aws:iam::999999999999:user/ann is not let in");
        assertThat(users.admitted).isEmpty();
    }

    @Test
    void letsInByArnPatternsThatStayWithinTheirPart() {
        settings.accounts = "";
        settings.arns = "arn:aws:iam::123456789012:user/desk/*";
        assertThat(login(mode(), proof(ANN))).isInstanceOf(AuthResult.Started.class);
        assertThat(refusal(proof(DEPLOY))).contains("role/Deploy is not let in");
        settings.arns = "arn:aws:iam::*";
        assertThat(refusal(proof(ANN))).contains("is not let in");
    }

    @Test
    void takesARoleForOneUserWhateverItsSessionIsCalled() {
        assertThat(login(mode(), proof(DEPLOY)))
                .isInstanceOfSatisfying(AuthResult.Started.class, started -> assertThat(started.username())
                        .isEqualTo("aws:123456789012:role:deploy"));
        assertThat(users.admitted).containsEntry("AROADEPLOY", "arn:aws:iam::123456789012:role/Deploy");
    }

    @Test
    void tellsPeopleApartWhereAProviderNamesTheSessions() {
        settings.sessionRoles = "arn:aws:iam::123456789012:role/AWSReservedSSO_*";
        assertThat(login(mode(), proof(SSO)))
                .isInstanceOfSatisfying(AuthResult.Started.class, started -> assertThat(started.username())
                        .isEqualTo("aws:123456789012:role:awsreservedsso_desk_1:bob@x.org"));
    }

    @Test
    void refusesAReplayedRequest() {
        Map<String, String> proof = proof(ANN).parts();
        AwsAuthMode mode = mode();
        assertThat(login(mode, proof)).isInstanceOf(AuthResult.Started.class);
        assertThat(refusal(mode, proof)).contains("used already");
        assertThat(refusal(mode(), proof)).as("after a restart").contains("used already");
    }

    @Test
    void refusesARequestThatWasSignedForAnotherServer() {
        assertThat(refusal(SignedCallerIdentity.of(ANN, sts.url(), "evil.example.org", Instant.now())))
                .contains("another server");
        assertThat(refusal(proof(ANN).without("x-quant-server-name"))).contains("lacks the header x-quant-server-name");
        assertThat(sts.requests()).isZero();
    }

    @Test
    void refusesAServerNameThatWasPutInAfterwards() {
        Map<String, String> parts = SignedCallerIdentity.of(ANN, sts.url(), "evil.example.org", Instant.now())
                .parts();
        parts.put("header.x-quant-server-name", SERVER);
        assertThat(refusal(mode(), parts)).contains("AWS refuses the signature");

        Map<String, String> unsigned = proof(ANN).without("x-quant-server-name").parts();
        unsigned.put("header.x-quant-server-name", SERVER);
        assertThat(refusal(mode(), unsigned)).contains("the signed headers must be");
    }

    @Test
    void sendsNothingToPlacesThatAreNotConfigured() {
        try (LocalSts other = LocalSts.start().add(ANN)) {
            assertThat(refusal(SignedCallerIdentity.of(ANN, other.url(), SERVER, Instant.now())))
                    .contains("not an STS of 'endpoints'");
            for (String url : new String[] {
                other.url() + "/",
                sts.url() + "@" + other.url().substring(7) + "/",
                sts.url() + "/?Action=AssumeRole",
                sts.url() + "/x",
                sts.url() + "/#",
                "http://169.254.169.254/latest/meta-data/",
                "https://sts.s3-eu-west-1.amazonaws.com/",
                "https://sts.eu-west-1.amazonaws.com.evil.org/",
                "file:///etc/passwd",
                ""
            }) {
                assertThat(refusal(proof(ANN).url(url))).as(url).contains("not an STS of 'endpoints'");
            }
            assertThat(refusal(proof(ANN).header("host", other.url().substring(7))))
                    .contains("signed host");
            assertThat(other.requests()).isZero();
        }
        assertThat(sts.requests()).isZero();
    }

    @Test
    void refusesOtherActionsBodiesMethodsAndHeaders() {
        assertThat(refusal(proof(ANN).body("Action=GetSessionToken&Version=2011-06-15")))
                .contains("GetCallerIdentity");
        assertThat(refusal(proof(ANN).body(Proof.BODY + "&Action=AssumeRole"))).contains("GetCallerIdentity");
        assertThat(refusal(proof(ANN).method("GET"))).contains("POST");
        assertThat(refusal(proof(ANN).header("x-forwarded-for", "1.2.3.4"))).contains("'x-forwarded-for' must not be");
        assertThat(refusal(proof(ANN).header("accept", "application/json"))).contains("'accept' must not be");
        assertThat(refusal(proof(ANN).header("x-amz-security-token", "a\r\nb"))).contains("characters");
        Map<String, String> twice = proof(ANN).parts();
        twice.put("header.X-Amz-Date", twice.get("header.x-amz-date"));
        assertThat(refusal(mode(), twice)).contains("more than once");
        assertThat(sts.requests()).isZero();
    }

    @Test
    void refusesAnAlteredBodyAndAWrongKey() {
        Map<String, String> altered =
                proof(ANN).body("Action=GetSessionToken&Version=2011-06-15").parts();
        altered.put("body", Proof.BODY);
        assertThat(refusal(mode(), altered)).contains("AWS refuses the signature");
        Identity thief = identity(ANN.accessKey(), "guessed", ANN.arn());
        assertThat(refusal(proof(thief))).contains("AWS refuses the signature");
    }

    @Test
    void refusesOldAndFutureDates() {
        Instant now = Instant.now();
        assertThat(refusal(SignedCallerIdentity.of(ANN, sts.url(), SERVER, now.minusSeconds(310))))
                .contains("more than 5 minutes ago");
        assertThat(refusal(SignedCallerIdentity.of(ANN, sts.url(), SERVER, now.plusSeconds(90))))
                .contains("in the future");
        Map<String, String> redated = SignedCallerIdentity.of(ANN, sts.url(), SERVER, now.minusSeconds(310))
                .parts();
        redated.put("header.x-amz-date", proof(ANN).parts().get("header.x-amz-date"));
        assertThat(refusal(mode(), redated)).contains("AWS refuses the signature");
        assertThat(refusal(proof(ANN).header("x-amz-date", "yesterday"))).isNotEmpty();
    }

    @Test
    void saysLaterWhileStsIsAway() {
        AwsAuthMode mode = mode();
        sts.close();
        assertThat(login(mode, proof(ANN))).isInstanceOf(AuthResult.Later.class);
    }

    @Test
    void knowsNoLoginByPasswordAndNoForeignToken() {
        Credentials password = new Credentials(Map.of("username", "ann", "password", "secret"), "203.0.113.5");
        assertThat(mode().login(password)).isSameAs(AuthResult.NO_LOGIN);
        assertThat(mode().authenticate(password)).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode().authenticate(new Credentials(Map.of("session_token", "x"), "203.0.113.5")))
                .isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void takesOnlySafeEndpointsIntoTheSettings() {
        settings.endpoints = "http://sts.amazonaws.com";
        assertThatThrownBy(this::mode).hasMessageContaining("is not an https address");
        assertThat(StsEndpoints.of("https://sts.{region}.amazonaws.com").find("https://sts.eu-west-1.amazonaws.com/"))
                .isPresent();
        assertThat(StsEndpoints.of("https://sts.{region}.amazonaws.com")
                        .find("https://sts.us-gov-west-1.amazonaws.com"))
                .isPresent();
    }

    private AwsAuthMode mode() {
        return new AwsAuthMode(users, new Sessions(), users, settings, Clock.systemUTC());
    }

    private SignedCallerIdentity proof(Identity identity) {
        return SignedCallerIdentity.of(identity, sts.url(), SERVER, Instant.now());
    }

    private String refusal(SignedCallerIdentity proof) {
        return refusal(mode(), proof.parts());
    }

    private static String refusal(AwsAuthMode mode, Map<String, String> parts) {
        AuthResult result = login(mode, parts);
        assertThat(result).isInstanceOf(AuthResult.Denied.class);
        return ((AuthResult.Denied) result).reason();
    }

    private static AuthResult login(AwsAuthMode mode, SignedCallerIdentity proof) {
        return login(mode, proof.parts());
    }

    private static AuthResult login(AwsAuthMode mode, Map<String, String> parts) {
        Map<String, String> values = new HashMap<>();
        parts.forEach((name, value) -> values.put("aws." + name, value));
        return mode.login(new Credentials(values, "203.0.113.5"));
    }

    private static Identity identity(String accessKey, String token, String arn, String userId) {
        return new Identity(accessKey, "secret of " + userId, token, arn, "123456789012", userId);
    }

    private static Identity identity(String accessKey, String secret, String arn) {
        return new Identity(accessKey, secret, null, arn, "123456789012", "AIDA");
    }

    private static String assumed(String role, String session) {
        return "arn:aws:sts::123456789012:assumed-role/" + role + "/" + session;
    }

    /** Remembers whom it was asked to admit, and the proofs that were used. */
    private static final class Users implements ExternalUsers, UsedProofs {

        private final Map<String, String> admitted = new TreeMap<>();
        private final Set<String> used = new HashSet<>();

        @Override
        public Optional<String> admit(ExternalIdentity identity) {
            admitted.put(identity.key(), identity.subject());
            return Optional.of(identity.username());
        }

        @Override
        public boolean firstUse(String mode, String proof, Instant until) {
            return used.add(mode + proof);
        }
    }

    private static final class Sessions implements SessionStore {

        private final Map<String, LiveSession> live = new HashMap<>();

        @Override
        public NewSession start(String mode, String username, Duration lifetime) {
            Instant end = Instant.now().plus(lifetime);
            String token = mode + live.size();
            live.put(token, new LiveSession(username, Set.of(Role.USER), end));
            return new NewSession(token, end);
        }

        @Override
        public Optional<LiveSession> find(String mode, String token) {
            return Optional.ofNullable(live.get(token));
        }

        @Override
        public void end(String mode, String token) {
            live.remove(token);
        }
    }

    private static final class Settings implements AwsAuthConfig {

        private String serverNames = SERVER;
        private String accounts = "123456789012";
        private String arns = "";
        private String sessionRoles = "";
        private String endpoints;

        Settings(String endpoints) {
            this.endpoints = endpoints;
        }

        @Override
        public String server_names() {
            return serverNames;
        }

        @Override
        public String accounts() {
            return accounts;
        }

        @Override
        public String arns() {
            return arns;
        }

        @Override
        public String session_roles() {
            return sessionRoles;
        }

        @Override
        public String role() {
            return "user";
        }

        @Override
        public String endpoints() {
            return endpoints;
        }

        @Override
        public int session_minutes() {
            return 60;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return AwsAuthConfig.class;
        }
    }
}
