package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.core.sharing.ShareStore;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Shares in the database. */
@Component
public final class StoredShares implements ShareStore {

    /** Holds for rows of {@code shares s} joined with their {@code users o} as owner. */
    static final String IN_FORCE = "(s.expires_at is null or s.expires_at > now()) and o.is_active";

    private static final String WITH_READER = " from shares s left join users u on u.id = s.user_id ";
    private static final String RECEIVED =
            " from shares s join users o on o.id = s.owner_id where s.user_id = ? and " + IN_FORCE;

    private final Database database;

    @Activate
    public StoredShares(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Share add(NewShare share) {
        return database.write(session -> {
            session.update(
                    """
                    delete from shares where owner_id = ? and user_id = ?
                      and (backtest_id = ? or strategy_id = ?)""",
                    share.ownerId(),
                    share.userId(),
                    share.backtestId(),
                    share.strategyId());
            long id = session.number(
                    """
                    insert into shares (owner_id, backtest_id, strategy_id, user_id, token_hash, expires_at)
                    values (?, ?, ?, ?, ?, ?) returning id""",
                    share.ownerId(),
                    share.backtestId(),
                    share.strategyId(),
                    share.userId(),
                    share.tokenHash(),
                    share.expiresAt() == null ? null : share.expiresAt().atOffset(ZoneOffset.UTC));
            return session.list("select s.*, u.username" + WITH_READER + "where s.id = ?", StoredShares::share, id)
                    .get(0);
        });
    }

    @Override
    public Page<Share> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select s.*, u.username" + WITH_READER
                                + "where s.owner_id = ? order by s.id desc limit ? offset ?",
                        StoredShares::share,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from shares where owner_id = ?", ownerId)));
    }

    @Override
    public boolean remove(long ownerId, long shareId) {
        return database.write(
                        session -> session.update("delete from shares where owner_id = ? and id = ?", ownerId, shareId))
                > 0;
    }

    @Override
    public Page<ReceivedShare> received(long userId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select s.*, o.username" + RECEIVED + " order by s.id desc limit ? offset ?",
                        StoredShares::receivedShare,
                        userId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*)" + RECEIVED, userId)));
    }

    @Override
    public Optional<Link> link(String tokenHash) {
        return database.read(session -> session.first(
                "select s.*, o.username from shares s join users o on o.id = s.owner_id where s.token_hash = ? and "
                        + IN_FORCE,
                row -> new Link(
                        row.getLong("owner_id"),
                        row.getString("username"),
                        row.getString("backtest_id"),
                        Columns.instant(row, "expires_at")),
                tokenHash));
    }

    private static Share share(ResultSet row) throws SQLException {
        String run = row.getString("backtest_id");
        return new Share(
                String.valueOf(row.getLong("id")),
                run == null ? "strategy" : "backtest",
                run == null ? row.getString("strategy_id") : run,
                row.getString("username"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instant(row, "created_at"),
                null);
    }

    private static ReceivedShare receivedShare(ResultSet row) throws SQLException {
        String owner = row.getString("username");
        String run = row.getString("backtest_id");
        return new ReceivedShare(
                run == null ? "strategy" : "backtest",
                run == null ? owner + ":" + row.getString("strategy_id") : run,
                owner,
                Columns.instantOrNull(row, "expires_at"),
                Columns.instant(row, "created_at"));
    }
}
