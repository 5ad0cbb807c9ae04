/** The factor {@link org.example.reversal.ReversalFactor}. */
package org.example.reversal;
