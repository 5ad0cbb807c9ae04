/**
 * Local servers that answer as providers of market data do, over an invented market; start at {@link
 * org.quantplatform.fakes.FakeProviders} by hand and at {@link org.quantplatform.fakes.FakeProvider} in a test. There is a
 * package per provider.
 */
@NullMarked
package org.quantplatform.fakes;

import org.jspecify.annotations.NullMarked;
