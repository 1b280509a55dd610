package io.duckboard.engine.duckdb;

import io.duckboard.engine.catalog.Catalog;
import io.duckboard.engine.discovery.ColumnValues;
import io.duckboard.engine.discovery.MetadataSql;
import io.duckboard.engine.discovery.UnreadableFileException;
import io.duckboard.engine.lake.LakeException;
import io.duckboard.engine.lake.Prefixes;
import io.duckboard.engine.lake.RemoteFiles;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * Files of the lake, read by DuckDB itself. Another client would make a cold start ten times as expensive. DuckDB also keeps
 * what it has read and only asks whether the ETag is still the same.
 */
public final class StoredFiles implements RemoteFiles {

    private final Database database;
    private final Prefixes prefixes;
    private final StoreAccess access;

    /** @param prefixes that must not appear in any message */
    public StoredFiles(Database database, Prefixes prefixes, StoreAccess access) {
        this.database = database;
        this.prefixes = prefixes;
        this.access = access;
    }

    @Override
    public Optional<String> read(String uri) throws LakeException {
        String sql = "SELECT content FROM read_text(" + Database.literal(uri) + ")";
        try {
            return first(sql).stream().findFirst();
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, sql, prefixes);
            if (problem.code() == ErrorCode.FILE_MISSING) {
                return Optional.empty();
            }
            throw new LakeException(problem, e);
        }
    }

    @Override
    public long size(String uri) throws LakeException {
        String sql = "SELECT size FROM read_blob(" + Database.literal(uri) + ")";
        try {
            return Long.parseLong(first(sql).getFirst());
        } catch (SQLException e) {
            throw new LakeException(DuckDbErrors.problem(e, sql, prefixes), e);
        }
    }

    @Override
    public void look(String prefix) throws LakeException {
        String sql = "SELECT count(*) FROM glob(" + Database.literal(prefix + "*") + ")";
        try {
            first(sql);
        } catch (SQLException e) {
            throw new LakeException(DuckDbErrors.problem(e, sql, prefixes), e);
        }
    }

    @Override
    public List<Catalog.Field> columns(String path) throws LakeException, UnreadableFileException {
        try (DuckDBConnection connection = database.connect()) {
            return new MetadataSql(connection).columns(path);
        } catch (SQLException e) {
            Problem problem = DuckDbErrors.problem(e, path, prefixes);
            switch (problem.code()) {
                case LAKE_UNAVAILABLE, LAKE_DENIED, OUT_OF_MEMORY -> throw new LakeException(problem, e);
                default -> throw new UnreadableFileException(problem.message(), e);
            }
        }
    }

    @Override
    public ColumnValues values(List<String> paths, String column) throws LakeException {
        try (DuckDBConnection connection = database.connect()) {
            return new MetadataSql(connection).values(paths, column);
        } catch (SQLException e) {
            throw new LakeException(DuckDbErrors.problem(e, column, prefixes), e);
        }
    }

    @Override
    public Grant grant(List<String> uris) throws LakeException {
        return access.grant(uris);
    }

    private List<String> first(String sql) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
