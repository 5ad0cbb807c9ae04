package org.quantplatform.auth.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.ExternalUsers;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.SessionStore.NewSession;
import org.quantplatform.spi.auth.UsedProofs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in whom AWS knows: the caller signs a request that asks STS who signed it, and this server sends it on. No secret of
 * AWS ever comes here. Whoever has the server's own shell owns the machine and is its administrator {@code console}.
 */
@Plugin(id = "aws", title = "Identity of AWS")
@Component(configurationPid = "org.quantplatform.auth.aws")
@Designate(ocd = AwsAuthConfig.class)
public final class AwsAuthMode implements AuthMode {

    private static final Logger LOG = LoggerFactory.getLogger(AwsAuthMode.class);
    private static final String ID = "aws";
    private static final Duration STS_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final AuthResult CONSOLE = new AuthResult.Granted("console", Set.of(Role.ADMIN));
    private static final AuthResult.Denied LOG_IN = new AuthResult.Denied("log in first");
    private static final AuthResult.Denied ENDED = new AuthResult.Denied("the session has ended, log in again");

    private final ExternalUsers users;
    private final SessionStore sessions;
    private final UsedProofs proofs;
    private final ProofReader reader;
    private final Sts sts = new Sts(STS_WITHIN);
    private final Set<String> accounts;
    private final List<Pattern> arns;
    private final List<Pattern> sessionRoles;
    private final Role role;
    private final Duration lifetime;

    @Activate
    public AwsAuthMode(
            @Reference ExternalUsers users,
            @Reference SessionStore sessions,
            @Reference UsedProofs proofs,
            AwsAuthConfig config) {
        this(users, sessions, proofs, config, Clock.systemUTC());
    }

    AwsAuthMode(ExternalUsers users, SessionStore sessions, UsedProofs proofs, AwsAuthConfig config, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.proofs = proofs;
        this.reader = new ProofReader(
                StsEndpoints.of(config.endpoints()),
                Patterns.words(config.server_names()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                clock);
        this.accounts = Set.copyOf(Patterns.words(config.accounts()));
        this.arns = Patterns.arns(config.arns());
        this.sessionRoles = Patterns.arns(config.session_roles());
        this.role = role(config.role());
        this.lifetime = Duration.ofMinutes(Math.max(1, config.session_minutes()));
    }

    @Override
    public AuthResult authenticate(Credentials credentials) {
        if (credentials.address().equals("console")) {
            return CONSOLE;
        }
        Optional<String> token = token(credentials);
        if (token.isEmpty()) {
            return LOG_IN;
        }
        return sessions.find(ID, token.get())
                .<AuthResult>map(found -> new AuthResult.Granted(found.username(), found.roles(), found.expiresAt()))
                .orElse(ENDED);
    }

    @Override
    public AuthResult login(Credentials credentials) {
        if (!ProofReader.isProof(credentials.values())) {
            return AuthResult.NO_LOGIN;
        }
        try {
            return begin(reader.read(credentials.values()));
        } catch (ProofRefused e) {
            LOG.info("a login from {} is refused: {}", credentials.address(), e.reason());
            return new AuthResult.Denied(e.reason());
        } catch (Sts.Unavailable e) {
            return new AuthResult.Later(String.valueOf(e.getMessage()), PAUSE);
        }
    }

    @Override
    public void logout(Credentials credentials) {
        token(credentials).ifPresent(token -> sessions.end(ID, token));
    }

    /** Only what AWS has confirmed is remembered as used, so that nobody can fill that memory with rubbish. */
    private AuthResult begin(Proof proof) throws Sts.Unavailable {
        CallerIdentity.Named caller = sts.ask(proof).named(sessionRoles, role);
        if (!proofs.firstUse(ID, proof.signature(), proof.signedAt().plus(ProofReader.OLDEST))) {
            throw new ProofRefused("this signed request has been used already; sign a new one");
        }
        if (!accounts.contains(caller.account()) && !Patterns.anyMatches(arns, caller.arn())) {
            throw new ProofRefused(
                    caller.arn() + " is not let in: name it or its account in " + "etc/org.quantplatform.auth.aws.cfg");
        }
        String username = users.admit(caller.identity())
                .orElseThrow(() -> new ProofRefused(caller.identity().username()
                        + " is not active, or was another holder of that name; an administrator can activate it"));
        NewSession session = sessions.start(ID, username, lifetime);
        return new AuthResult.Started(username, session.token(), session.expiresAt());
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role must be one of viewer, user, analyst, admin"));
    }

    private static Optional<String> token(Credentials credentials) {
        return Optional.ofNullable(credentials.values().get("session_token"));
    }
}
