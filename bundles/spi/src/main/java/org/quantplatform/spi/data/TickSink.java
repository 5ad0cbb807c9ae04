package org.quantplatform.spi.data;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the ticks of one stream, one call at a time; returns soon. */
@ProviderType
public interface TickSink {

    void tick(Tick tick);

    /**
     * The provider does not stream this ticker, for example because it does not know it; the others go on. The source asks
     * for it again when {@link TickSource.Stream#change} names it after this, and not before.
     */
    default void refused(String ticker, String reason) {}

    /** Something has become of an order of the account that the source uses. */
    default void notice(OrderNotice notice) {}

    /** The stream is interrupted; the source tries to take it up again. Ticks of the meantime are lost. */
    void interrupted(String reason);

    /** The stream has ended for good; nothing comes after this. Not called when the caller closes it. */
    void ended(String reason);
}
