package io.duckboard.engine.local;

import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.protocol.LakeLocation;

/** Whole answers in a folder that LocalLambda gives out by signed links. */
public record ServedResults(LakeLocation.Folder workspace, LinkSignature signature) {}
