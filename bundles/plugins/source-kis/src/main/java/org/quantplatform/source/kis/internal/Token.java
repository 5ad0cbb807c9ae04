package org.quantplatform.source.kis.internal;

import java.time.Instant;
import org.quantplatform.source.http.Secret;

/** @param until by our own clock, from the seconds that the provider gave it */
record Token(Secret text, Instant until) {}
