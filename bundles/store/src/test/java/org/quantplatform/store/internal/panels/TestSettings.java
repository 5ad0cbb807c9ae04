package org.quantplatform.store.internal.panels;

import java.lang.annotation.Annotation;
import org.quantplatform.store.internal.StoreSettings;

/** Settings as a test wants them. */
final class TestSettings {

    private TestSettings() {}

    /** The same bound for memory and disk; 0 turns both off. */
    static StoreSettings megabytes(int megabytes) {
        return new StoreSettings() {
            @Override
            public String panel_folder() {
                return "panels";
            }

            @Override
            public int panel_memory_mb() {
                return megabytes;
            }

            @Override
            public int panel_disk_mb() {
                return megabytes;
            }

            @Override
            public int query_timeout_seconds() {
                return 60;
            }

            @Override
            public boolean timescale() {
                return true;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return StoreSettings.class;
            }
        };
    }
}
