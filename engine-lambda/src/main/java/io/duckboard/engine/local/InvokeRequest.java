package io.duckboard.engine.local;

import io.duckboard.engine.protocol.CallerId;

/**
 * What a caller asked for.
 *
 * @param id made by LocalLambda
 * @param arn of the function, with the qualifier it was called by
 * @param caller whose turn it takes
 */
record InvokeRequest(String id, String arn, CallerId caller, Payload payload) {}
