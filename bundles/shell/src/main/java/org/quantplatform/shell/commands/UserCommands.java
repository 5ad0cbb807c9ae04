package org.quantplatform.shell.commands;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Role;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code admin user}. */
public final class UserCommands {

    private static final Table<UserAccount> TABLE = Table.of(UserAccount.class)
            .text("username", UserAccount::username)
            .text("email", UserAccount::email)
            .text("role", u -> Labels.of(u.role()))
            .text("active", u -> u.active() ? "yes" : "no")
            .text("must_change_password", u -> u.passwordChangeRequired() ? "yes" : "no")
            .shown("last_login", UserAccount::lastLogin, u -> Figures.time(u.lastLogin()))
            .shown("created_at", UserAccount::createdAt, u -> Figures.time(u.createdAt()));

    private UserCommands() {}

    /** In order of name. */
    @Command(name = "list", description = "List all users")
    public static final class ListUsers extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().users().list(page.request()), "users", TABLE);
        }
    }

    /** With a password that is told once. */
    @Command(name = "create", description = "Make a user; the password that is told once must be changed within a day")
    public static final class Create extends QuantCommand {

        @Option(names = "--username", required = true, paramLabel = "NAME", description = "Name of the user")
        private String username = "";

        @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address of the user")
        private @Nullable String email;

        @Option(names = "--role", paramLabel = "ROLE", description = "admin, analyst, user or viewer; user otherwise")
        private @Nullable Role role;

        @Override
        int run() {
            IssuedPassword issued = session().users().create(new NewUser(username, email, role, null));
            if (!printed(issued)) {
                UserAccount user = issued.user();
                screen().line("created user " + user.username() + " with role " + Labels.of(user.role()));
                screen().line("temporary password: " + issued.temporaryPassword());
            }
            return ExitCode.DONE;
        }
    }

    /** Ends the user's sessions. */
    @Command(name = "deactivate", description = "End a user's sessions and let the user log in no more")
    public static final class Deactivate extends QuantCommand {

        @Parameters(paramLabel = "USER", description = "Name of the user")
        private String username = "";

        @Override
        int run() {
            UserAccount user = session().users().deactivate(username);
            if (!printed(user)) {
                screen().line("deactivated user " + user.username());
            }
            return ExitCode.DONE;
        }
    }

    /** The opposite of deactivate. */
    @Command(name = "activate", description = "Let a user log in again")
    public static final class Activate extends QuantCommand {

        @Parameters(paramLabel = "USER", description = "Name of the user")
        private String username = "";

        @Override
        int run() {
            UserAccount user = session().users().activate(username);
            if (!printed(user)) {
                screen().line("activated user " + user.username());
            }
            return ExitCode.DONE;
        }
    }

    /** Counts for the user's next call. */
    @Command(name = "role", description = "Give a user another role")
    public static final class ChangeRole extends QuantCommand {

        @Parameters(index = "0", paramLabel = "USER", description = "Name of the user")
        private String username = "";

        @Parameters(index = "1", paramLabel = "ROLE", description = "admin, analyst, user or viewer")
        private Role role = Role.VIEWER;

        @Override
        int run() {
            UserAccount user = session().users().setRole(username, role);
            if (!printed(user)) {
                screen().line("user " + user.username() + " has role " + Labels.of(user.role()));
            }
            return ExitCode.DONE;
        }
    }

    /** For those who forgot theirs. */
    @Command(name = "reset", description = "End a user's sessions and make a new password, told once")
    public static final class Reset extends QuantCommand {

        @Parameters(paramLabel = "USER", description = "Name of the user")
        private String username = "";

        @Override
        int run() {
            IssuedPassword issued = session().users().reset(username);
            if (!printed(issued)) {
                screen().line("temporary password of " + issued.user().username() + ": " + issued.temporaryPassword());
            }
            return ExitCode.DONE;
        }
    }
}
