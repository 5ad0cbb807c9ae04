package org.quantplatform.shell.commands;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code share}, and how things get there. */
public final class ShareCommands {

    private static final Table<Share> TABLE = Table.of(Share.class)
            .text("share_id", Share::shareId)
            .text("kind", Share::kind)
            .text("resource_id", Share::resourceId)
            .text("username", Share::username)
            .shown("expires_at", Share::expiresAt, s -> Figures.time(s.expiresAt()))
            .shown("created_at", Share::createdAt, s -> Figures.time(s.createdAt()));

    private static final Table<ReceivedShare> RECEIVED = Table.of(ReceivedShare.class)
            .text("kind", ReceivedShare::kind)
            .text("id", ReceivedShare::id)
            .text("owner", ReceivedShare::owner)
            .shown("expires_at", ReceivedShare::expiresAt, s -> Figures.time(s.expiresAt()))
            .shown("created_at", ReceivedShare::createdAt, s -> Figures.time(s.createdAt()));

    private ShareCommands() {}

    /** Without a user it is a link. */
    @Command(name = "share", description = "Make a link to a run's results, or let a user read the run")
    public static final class ShareRun extends QuantCommand {

        @Parameters(paramLabel = Values.BACKTEST, description = "Id of the backtest")
        private String id = "";

        @Option(names = "--user", paramLabel = "NAME", description = "User who may read it; a link is made otherwise")
        private @Nullable String username;

        @Option(names = "--days", paramLabel = "N", description = "Days until it ends; 7 for a link otherwise")
        private @Nullable Integer days;

        @Override
        int run() {
            Share share = session().shares().shareBacktest(id, new ShareRequest(username, days));
            if (!printed(share)) {
                String path = share.path();
                screen().line(path == null ? told(share) : host().address(path));
                if (path != null) {
                    note("whoever has this link sees the results until " + Figures.time(share.expiresAt())
                            + "; quant share revoke " + share.shareId() + " takes it back");
                }
            }
            return ExitCode.DONE;
        }
    }

    /** With a user only. */
    @Command(name = "share", description = "Let a user read a strategy and use it in runs")
    public static final class ShareStrategy extends QuantCommand {

        @Parameters(paramLabel = Values.STRATEGY, description = "Id of the strategy")
        private String id = "";

        @Option(names = "--user", required = true, paramLabel = "NAME", description = "User who may read it")
        private String username = "";

        @Option(names = "--days", paramLabel = "N", description = "Days until it ends; never otherwise")
        private @Nullable Integer days;

        @Override
        int run() {
            Share share = session().shares().shareStrategy(id, new ShareRequest(username, days));
            if (!printed(share)) {
                screen().line(told(share));
            }
            return ExitCode.DONE;
        }
    }

    /** Latest first. */
    @Command(name = "list", description = "List what you share with others, the latest first")
    public static final class ListShares extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().shares().list(page.request()), "shares", TABLE);
        }
    }

    /** Latest first. */
    @Command(name = "received", description = "List what others share with you, the latest first")
    public static final class Received extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().shares().received(page.request()), "received_shares", RECEIVED);
        }
    }

    /** At once. */
    @Command(name = "revoke", description = "Take a share or a link back")
    public static final class Revoke extends QuantCommand {

        @Parameters(paramLabel = "SHARE", description = "Id of the share")
        private String id = "";

        @Override
        int run() {
            session().shares().revoke(id);
            note("took back share " + id);
            return ExitCode.DONE;
        }
    }

    private static String told(Share share) {
        return "shared " + share.kind() + " " + share.resourceId() + " with " + share.username();
    }
}
