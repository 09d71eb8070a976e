import fc from 'fast-check'

/**
 * Laws are tried on the same examples in every run, so that no run depends on chance. Another number in KIZUNA_SEED
 * tries others: what it finds becomes an example of its own.
 */
fc.configureGlobal({ seed: Number(process.env['KIZUNA_SEED'] ?? 20260218) })
