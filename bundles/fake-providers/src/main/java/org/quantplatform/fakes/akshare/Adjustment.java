package org.quantplatform.fakes.akshare;

import java.time.LocalDate;
import java.util.List;
import org.quantplatform.fakes.akshare.Histories.Gift;

/** How the provider adjusts: by the exchange's rule for the price without the right, step by step, which subtracts cash. */
enum Adjustment {
    NONE {
        @Override
        double of(double price, LocalDate day, List<Gift> gifts, LocalDate today) {
            return price;
        }
    },
    /** The latest prices stay; early ones of a company that paid much may fall below nothing. */
    FORWARD {
        @Override
        double of(double price, LocalDate day, List<Gift> gifts, LocalDate today) {
            double adjusted = price;
            for (Gift gift : gifts) {
                if (gift.exDate().isAfter(day) && !gift.exDate().isAfter(today)) {
                    adjusted = (adjusted - gift.cash() / TEN) / (1 + gift.shares() / TEN);
                }
            }
            return rounded(adjusted);
        }
    },
    /** The first prices stay. */
    BACKWARD {
        @Override
        double of(double price, LocalDate day, List<Gift> gifts, LocalDate today) {
            double adjusted = price;
            for (int i = gifts.size() - 1; i >= 0; i--) {
                Gift gift = gifts.get(i);
                if (!gift.exDate().isAfter(day)) {
                    adjusted = adjusted * (1 + gift.shares() / TEN) + gift.cash() / TEN;
                }
            }
            return rounded(adjusted);
        }
    };

    private static final double TEN = 10;
    private static final double CENTS = 100;

    abstract double of(double price, LocalDate day, List<Gift> gifts, LocalDate today);

    private static double rounded(double price) {
        return Math.rint(price * CENTS) / CENTS;
    }
}
