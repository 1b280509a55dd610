package io.duckboard.engine.local;

import io.duckboard.engine.protocol.CallerId;

/**
 * A caller's request.
 *
 * @param id made by LocalLambda
 * @param arn of the function, with the qualifier that the caller used
 * @param caller the caller whose turn it uses
 */
record InvokeRequest(String id, String arn, CallerId caller, Payload payload) {}
