package org.quantplatform.engine.expression;

import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** What expressions are evaluated on. Serves several threads. */
public interface Columns {

    int assets();

    int days();

    /** Copies an asset's whole history into {@code target}, which has {@code days()} places; NaN where unknown. */
    void read(int asset, Field field, double[] target);

    /** Number of the asset's sector, from 0; negative when it has none. */
    int sector(int asset);

    /** Whether the asset takes part in operators across assets on that day. */
    boolean isEligible(int asset, int day);

    /** All assets of a panel, without sectors. */
    static Columns of(Panel panel) {
        return new Columns() {
            @Override
            public int assets() {
                return panel.assets();
            }

            @Override
            public int days() {
                return panel.days();
            }

            @Override
            public void read(int asset, Field field, double[] target) {
                System.arraycopy(panel.column(field), asset * panel.days(), target, 0, panel.days());
            }

            @Override
            public int sector(int asset) {
                return -1;
            }

            @Override
            public boolean isEligible(int asset, int day) {
                return true;
            }
        };
    }
}
