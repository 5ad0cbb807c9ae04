package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.AuthStatus;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.LoginRequest;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen.Pair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The group {@code auth}. */
public final class AuthCommands {

    private static final Credentials HERE = Credentials.from("console");

    private AuthCommands() {}

    /** Begins a session that the following commands are made in. */
    @Command(name = "login", description = "Log in; the session is kept in ~/.quant_platform/session.json")
    public static final class LogIn extends QuantCommand {

        @Option(
                names = {"--username", "--email"},
                paramLabel = "NAME",
                description = "User name or e-mail address; asked for when left out")
        private @Nullable String username;

        @Option(
                names = "--server-name",
                paramLabel = "NAME",
                description =
                        "With --auth aws: the name that the server is set to take logins for; otherwise the host of its"
                                + " address")
        private @Nullable String serverName;

        @Override
        int run() {
            if (!host().entry().needed()) {
                throw new Failure(ExitCode.REFUSED, "whoever is in this shell is logged in already");
            }
            boolean aws = "aws".equalsIgnoreCase(globals().auth());
            if (!aws && serverName != null) {
                throw new BadInput("--server-name goes with --auth aws");
            }
            Credentials proof = aws ? host().entry().awsProof(serverName) : password();
            Login login = host().entry().logins().login(proof);
            String document = document(login);
            host().entry().keep(login);
            if (globals().json()) {
                out().println(document);
                return ExitCode.DONE;
            }
            screen().line("Login successful. Welcome, " + login.user().username() + "!");
            if (login.user().passwordChangeRequired()) {
                note("This password serves only to be changed: quant auth password");
            }
            return ExitCode.DONE;
        }

        private Credentials password() {
            Dialog dialog = new Dialog(host().prompts());
            String name = username == null ? dialog.line("Username: ", "") : username;
            if (name.isBlank()) {
                throw new BadInput("no user name");
            }
            LoginRequest request = new LoginRequest(name, null, dialog.secret("Password: "));
            return request.credentials(HERE.address());
        }
    }

    /** Ends the session here and on the server. */
    @Command(name = "logout", description = "Log out")
    public static final class LogOut extends QuantCommand {

        @Override
        int run() {
            host().entry().logins().logout(HERE);
            host().entry().forget();
            note("Logged out.");
            return ExitCode.DONE;
        }
    }

    /** Exit code 3 when the server does not know the caller. */
    @Command(name = "status", description = "Show who the server takes you for")
    public static final class Status extends QuantCommand {

        @Override
        int run() {
            AuthStatus status = host().entry().logins().status(HERE);
            if (!printed(status)) {
                screen().pairs(pairs(status));
            }
            if (!status.authenticated()) {
                out().flush();
                String hint = status.setupRequired() ? "quant setup makes the first user" : "quant auth login";
                throw new Failure(ExitCode.REFUSED, "not logged in (" + hint + ")");
            }
            return ExitCode.DONE;
        }

        private List<Pair> pairs(AuthStatus status) {
            List<Pair> pairs = new ArrayList<>(List.of(
                    Pair.of("Server", host().address("")),
                    Pair.of("Auth modes", String.join(", ", status.modes())),
                    Pair.of("Logged in as", Figures.text(status.username()))));
            if (status.authenticated()) {
                pairs.add(Pair.of("Role", roles(status)));
                pairs.add(Pair.of("Session expires", Figures.time(status.expiresAt())));
            }
            return pairs;
        }

        private static String roles(AuthStatus status) {
            return status.roles().isEmpty()
                    ? "none before the password is changed"
                    : status.roles().stream()
                            .sorted(Role::compareTo)
                            .map(Labels::of)
                            .collect(Collectors.joining(", "));
        }
    }

    /** Ends every session of the user. */
    @Command(name = "password", description = "Change your password; ends all your sessions")
    public static final class Password extends QuantCommand {

        @Override
        int run() {
            Dialog dialog = new Dialog(host().prompts());
            String current = dialog.secret("Current password: ");
            String wanted = dialog.newPassword("New password: ");
            UserAccount account = session().account().changePassword(new PasswordChange(current, wanted));
            String document = document(account);
            host().entry().forget();
            if (globals().json()) {
                out().println(document);
                return ExitCode.DONE;
            }
            screen().line("Password changed. Log in again.");
            return ExitCode.DONE;
        }
    }
}
