package org.quantplatform.spi.data;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the ticks of one stream, one call at a time; returns soon. */
@ProviderType
public interface TickSink {

    void tick(Tick tick);

    /** The stream is interrupted; the source tries to take it up again. Ticks of the meantime are lost. */
    void interrupted(String reason);

    /** The stream has ended for good; nothing comes after this. Not called when the caller closes it. */
    void ended(String reason);
}
