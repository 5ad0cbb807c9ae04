package org.quantplatform.store.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.spi.auth.UsedProofs;
import org.quantplatform.store.internal.sql.Database;

/** Used proofs in the database; those that are of no use any more go when a new one comes. */
@Component
public final class StoredUsedProofs implements UsedProofs {

    private final Database database;

    @Activate
    public StoredUsedProofs(@Reference Database database) {
        this.database = database;
    }

    @Override
    public boolean firstUse(String mode, String proof, Instant until) {
        String hash = Sha256.hex(mode + " " + proof);
        return database.write(session -> {
                    session.update("delete from used_proofs where until < now()");
                    return session.update(
                            "insert into used_proofs (proof, until) values (?, ?) on conflict (proof) do nothing",
                            hash,
                            until.atOffset(ZoneOffset.UTC));
                })
                == 1;
    }
}
