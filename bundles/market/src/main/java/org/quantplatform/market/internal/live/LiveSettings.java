package org.quantplatform.market.internal.live;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about live prices; read from {@code etc/org.quantplatform.market.live.cfg}. */
@ObjectClassDefinition(name = "Live prices")
@interface LiveSettings {

    @AttributeDefinition(description = "Tickers that one subscription may name")
    int max_tickers() default 200;

    @AttributeDefinition(description = "Subscriptions that one user may have at a time")
    int max_watches() default 20;
}
