package org.sightline.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the student site may reach: its own database role, which sees its own schema only.
public record StudentStore(JdbcClient jdbc, TransactionTemplate transactions) {}
