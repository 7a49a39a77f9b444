// Made from api/openapi.yaml by `npm run generate`; changes belong there.

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schemes that are kept here */
        get: operations["listSchemes"];
        put?: never;
        /**
         * Import a notice
         * @description The body is the file itself. The same text again changes nothing and answers 200. What a preview took wrongly, `table` and `map` correct.
         */
        post: operations["importNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an import would make of a file
         * @description The body is the file itself, of which nothing is stored. Says which tables it has, what each of their columns was taken for and how surely, and what scheme would come of it; `table` and `map` correct that.
         */
        post: operations["previewNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** One scheme, with every rule read back as a sentence */
        get: operations["getScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/revision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** What the scheme corrects or completes, and how the two differ */
        get: operations["getRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/carried": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** Criteria that are settled as they were in an earlier scheme, and that nobody has looked over since */
        get: operations["listCarried"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a supplement (补充规定) to the rows that it completes
         * @description The body is the file itself. All of its rows or none are attached, as a draft that revises the scheme; nothing else changes. Attached already, it changes nothing and answers 200.
         */
        post: operations["attachSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft
         * @description With criteria pending (挂账) that nobody gave a reason for, one is required. Every warning must be confirmed, before or by `confirm`. The ledger keeps both.
         */
        post: operations["publishScheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/criteria/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        /** One criterion, how it is read, and what a person decided on that */
        get: operations["getCriterion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/criteria/{task}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What sentences or rules of one's own would mean in the criterion's place
         * @description Nothing is kept.
         */
        post: operations["tryReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/criteria/{task}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm how a criterion is read, replace that, leave it undecided, or take the last word back
         * @description On a published scheme only a criterion that doesn't count yet can be settled; it then counts at once, and has warnings only with a reason. What is confirmed takes the criterion's warnings with it.
         */
        put: operations["settleCriterion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm warnings of a draft */
        post: operations["confirmFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** Units that the scheme scores */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/offices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** Offices that answer for tasks */
        get: operations["listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/office-names": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** Names of offices that the register does not have, and what people said that such names mean */
        get: operations["listOfficeNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/office-names/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description As the scheme has it */
                name: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say what a name means, for this notice and the unit's later ones */
        put: operations["answerOfficeName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/entrustments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** The tasks whose facts units outside report or keep (指标主管、数据来源) */
        get: operations["listEntrustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/entrustments/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        get?: never;
        /** Entrust a task to these units and to no others; to nobody, if there are none */
        put: operations["entrustTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units, offices and groups of offices, as `register/1` */
        get: operations["getRegister"];
        /**
         * Take a register in place of the one before
         * @description Units that have facts, and units and offices that people belong to, must stay, at least as aliases.
         */
        put: operations["replaceRegister"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Heads of tables that people corrected on import, and how they are read now */
        get: operations["listLayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/layouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Read tables with that head by themselves again */
        delete: operations["forgetLayout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/scores/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                unit: components["parameters"]["Unit"];
            };
            cookie?: never;
        };
        /** A unit's score in three readings, with every reason */
        get: operations["getScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/owed/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                unit: components["parameters"]["Unit"];
            };
            cookie?: never;
        };
        /** What is still owed before the period ends */
        get: operations["listOwed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        /** Facts on record */
        get: operations["listFacts"];
        put?: never;
        /**
         * Record a fact
         * @description It is a claim until another person confirms it. Sent again with the same `Idempotency-Key` and the same body,
         *     it is recorded once and answered alike; with another body it is refused.
         *
         */
        post: operations["recordFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{id}/facts/{fact}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                fact: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or reject a fact that somebody else recorded */
        post: operations["decideFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence on record
         * @description What was cited in a scheme that a revision took the place of is found by the revision.
         */
        get: operations["listEvidence"];
        put?: never;
        /**
         * Hand in a file
         * @description The body goes to the disk while it comes; one larger than the setting `upload-megabytes` is refused as soon as that shows.
         *     What the file is, is told by its bytes; macros, viruses and marks of secrecy are refused. It may be cited at once.
         *
         */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a paper that may not be uploaded */
        post: operations["registerPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        /** An item with its versions, citations and reviews */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        /** A file */
        get: operations["getEvidenceFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in another version; older ones stay */
        post: operations["addEvidenceVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}/citations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what it is evidence for */
        post: operations["citeEvidence"];
        /** Take a citation back */
        delete: operations["unciteEvidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}/review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review an item
         * @description Not by whoever handed it in. With `version` it is refused if a newer one has come since.
         */
        post: operations["reviewEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence/{evidence}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a file that must go by law
         * @description From the disk, for every item that has it; its hash and what is known of it stay. It is not taken again.
         */
        post: operations["removeEvidenceFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evidence-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of evidence that are usual; any other text will do */
        get: operations["listEvidenceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogues/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["CatalogueUnit"];
            };
            cookie?: never;
        };
        /** The catalogue of a unit's evidence */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogues/{unit}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: components["parameters"]["CatalogueUnit"];
            };
            cookie?: never;
        };
        /** The same as an .xlsx */
        get: operations["getCatalogueWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts */
        get: operations["listUsers"];
        put?: never;
        /** Make an account */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{name}/role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        get?: never;
        /** Appoint somebody to another role */
        put: operations["changeRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{name}/place": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        get?: never;
        /** Move somebody to another unit or office */
        put: operations["changePlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{name}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Give somebody a new password
         * @description The body is `{}`; the password is made here and shown this once.
         */
        put: operations["resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for passwords, sessions and the appraisal */
        get: operations["listSettings"];
        /**
         * Choose some in place of what was, all or none
         * @description Settings of the group `security` are the security administrator's to choose, those of `appraisal` the system administrator's.
         *
         */
        put: operations["changeSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute the ledger's chain and compare it with the state */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the program answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the data can be reached and has this program's version */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counters as Prometheus text */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description An exact decimal with at most six places
         * @example -0.5
         */
        Decimal: string;
        /**
         * Format: date
         * @example 2017-05-03
         */
        Day: string;
        /**
         * Format: date-time
         * @example 2018-01-10T09:30:00+08:00
         */
        Moment: string;
        /** @description The beginning and the end, excluded, in code points of a text */
        Span: [
            number,
            number
        ];
        /** @description A paragraph of the document, or a cell of one of its tables; all counted from 1 */
        Place: {
            paragraph?: number;
            table?: number;
            row?: number;
            column?: number;
        };
        Problem: {
            /** @constant */
            type: "about:blank";
            /** @description The name of the status */
            title: string;
            status: number;
            /**
             * @description Permanent, lower-case and hyphenated
             * @example scheme-not-found
             */
            code: string;
            /** @description One sentence for the reader */
            detail: string;
            /** @description The field that is wrong */
            field?: string;
            /** @description Names this request in the log */
            request: string;
            /** @description Of a preview that hangs on them: all tables of the file, of which `table` and `map` may say more */
            tables?: components["schemas"]["SeenTable"][];
        };
        /** @enum {string} */
        Role: "system_admin" | "security_admin" | "audit_admin" | "scheme_keeper" | "appraiser" | "reviewer" | "indicator_owner" | "data_source" | "unit_head" | "office_contact" | "observer";
        /** @enum {string} */
        Permission: "import" | "settle" | "publish" | "entrust" | "record" | "decide" | "appoint" | "policy" | "configure" | "accounts" | "verify" | "scores" | "read";
        Credentials: {
            name: string;
            /** Format: password */
            password: string;
        };
        Session: {
            name: string;
            /** @description The name to show */
            display: string;
            role: components["schemas"]["Role"];
            /**
             * @description The role in Chinese
             * @example 考评员
             */
            role_title: string;
            /** @description Whom its owner belongs to; absent for the body that runs the appraisal */
            unit?: string;
            /** @description Within the unit; absent for the whole of it */
            office?: string;
            can: components["schemas"]["Permission"][];
            /** @description The password was made here and not changed yet */
            temporary_password?: boolean;
            /** @description Before anything else; all other routes answer 403 `password-change-required` */
            must_change_password?: boolean;
        };
        PasswordChange: {
            /** Format: password */
            old: string;
            /** Format: password */
            new: string;
        };
        User: {
            name: string;
            display: string;
            role: components["schemas"]["Role"];
            role_title: string;
            unit?: string;
            office?: string;
            temporary_password?: boolean;
            created_at: components["schemas"]["Moment"];
            /** @description After too many failures; absent unless locked now */
            locked_until?: components["schemas"]["Moment"];
        };
        NewUser: {
            name: string;
            display: string;
            role: components["schemas"]["Role"];
            /** @description By any name that the register has for it */
            unit?: string;
            office?: string;
        };
        NewPlace: {
            /** @description By any name that the register has for it; none if it is absent */
            unit?: string;
            office?: string;
        };
        IssuedPassword: {
            name: string;
            password: string;
        };
        RoleChange: {
            role: components["schemas"]["Role"];
        };
        Entrustments: {
            items: {
                /** @description Its key; of a shared criterion that of the first task */
                task: string;
                units: string[];
                by: string;
                at: components["schemas"]["Moment"];
                reason?: string;
            }[];
        };
        SystemSettings: {
            items: {
                /**
                 * @description Permanent
                 * @example password-days
                 */
                name: string;
                /** @enum {string} */
                group: "security" | "appraisal";
                /** @description What it means */
                title: string;
                /**
                 * @example 90
                 * @example on
                 */
                value: string;
                default: string;
                /** @enum {string} */
                kind: "number" | "switch";
                /** @description Of a number */
                least?: number;
                most?: number;
                /** @description Who chose it; absent for the default */
                by?: string;
                at?: components["schemas"]["Moment"];
                reason?: string;
            }[];
        };
        Register: {
            /** @constant */
            format: "register/1";
            units: {
                name: string;
                aliases?: string[];
                tags?: string[];
                /** @description False for one whose people take part without its being scored */
                assessed?: boolean;
                offices?: components["schemas"]["Office"][];
            }[];
            groups?: {
                name: string;
                aliases?: string[];
                tags: string[];
            }[];
        };
        Office: {
            name: string;
            aliases?: string[];
            tags?: string[];
            offices?: components["schemas"]["Office"][];
        };
        /** @enum {string} */
        SchemeState: "draft" | "published";
        SchemeSummary: {
            id: string;
            title: string;
            /**
             * @description The document number
             * @example 通商发〔2017〕81号
             */
            number?: string;
            issuer?: string;
            year: number;
            state: components["schemas"]["SchemeState"];
            sections: number;
            /** @description In ordinary and individual sections */
            tasks: number;
            /** @description Paragraphs of bonus sections */
            bonuses: number;
            /** @description Paragraphs on what the result is used for */
            uses: number;
            rules: number;
            /** @description Criteria that do not count until a person settles them (挂账) */
            pending: number;
            /** @description Diagnostics of that severity */
            errors: number;
            warnings: number;
            imported_by: string;
            imported_at: components["schemas"]["Moment"];
            published_by?: string;
            published_at?: components["schemas"]["Moment"];
            /** @description Why it was published with criteria pending */
            publication_reason?: string;
            /** @description Of the notice; absent from its first import */
            revision?: number;
            /** @description The id of the scheme that it corrects or completes */
            revises?: string;
            /** @description Whether it completes it (补充规定) */
            is_supplement?: boolean;
            /** @description The id of the published revision in its place */
            superseded_by?: string;
            succession?: components["schemas"]["Succession"];
        };
        /** @description What a published revision took over, in the answer to its publication; what a draft would, with its differences */
        Succession: {
            /** @description The id of the scheme in whose place it came */
            follows: string;
            /** @description How many recorded facts stay with their rules */
            facts: number;
            /** @description Rules with facts whose key or meaning is another now */
            rules: {
                before: string;
                after: string;
                /** @description Whether it means something else now */
                is_changed: boolean;
                facts: number;
            }[];
            /** @description Facts that stay on record and do not count */
            left: {
                id: string;
                unit: string;
                on?: components["schemas"]["Day"];
                /** @description The key that its rule had */
                rule: string;
                /** @description That rule as it was read */
                sentence: string;
                why: string;
            }[];
        };
        Revision: {
            /** @description The id of the scheme that it corrects or completes */
            revises: string;
            /** @description Of that scheme */
            title: string;
            /** @description The first import of the notice is 1 */
            number: number;
            /** @description Whether that scheme was published */
            was_published: boolean;
            differences: components["schemas"]["SchemeDiff"];
            /** @description Of a draft: what publishing it would mean for the facts of the scheme in force */
            succession?: components["schemas"]["Succession"];
            /** @description Of a draft: why it cannot be published any more */
            obstacle?: string;
        };
        /** @description `scheme-diff/1`: what came, went, changed or moved, in words */
        SchemeDiff: {
            /** @constant */
            format: "scheme-diff/1";
            counts: {
                head: number;
                sections: components["schemas"]["ChangeTally"];
                tasks: components["schemas"]["ChangeTally"];
                rules: components["schemas"]["ChangeTally"];
            };
            head: components["schemas"]["Change"][];
            sections: {
                change?: components["schemas"]["ChangeKind"];
                before_key?: string;
                after_key?: string;
                title: string;
                changes: components["schemas"]["Change"][];
                tasks: {
                    change: components["schemas"]["ChangeKind"];
                    before_key?: string;
                    after_key?: string;
                    words: string;
                    changes: components["schemas"]["Change"][];
                }[];
            }[];
        };
        ChangeTally: {
            added: number;
            removed: number;
            changed: number;
            moved: number;
        };
        /** @enum {string} */
        ChangeKind: "added" | "removed" | "changed" | "moved";
        Change: {
            change: components["schemas"]["ChangeKind"];
            about: string;
            before?: string;
            after?: string;
            before_key?: string;
            after_key?: string;
            /** @description One sentence */
            text: string;
            text_en: string;
        };
        /** @description A criterion that is settled as it was where its words were the same; to be looked over */
        CarriedSettlement: {
            task: string;
            /** @description What the task is about */
            words: string;
            how: components["schemas"]["SettlementHow"];
            /** @description The id of the scheme that it is carried over from */
            scheme: string;
            /** @description Of that scheme */
            title: string;
            /** @description Of that scheme: an earlier one where it is taken over from it (结转) */
            year: number;
            /** @description Who decided it there */
            by: string;
            at: components["schemas"]["Moment"];
            reason?: string;
        };
        ImportOutcome: {
            id: string;
            summary: components["schemas"]["SchemeSummary"];
            /** @description How many criteria are settled as they were elsewhere */
            carried: number;
            /** @description Those, in the order of the scheme */
            carried_settlements: components["schemas"]["CarriedSettlement"][];
            revision?: components["schemas"]["Revision"];
            diagnostics: components["schemas"]["Diagnostic"][];
            questions: components["schemas"]["Question"][];
        };
        ImportPreview: {
            tables: components["schemas"]["SeenTable"][];
            scheme: components["schemas"]["Scheme"];
            /** @description Each rule as a plain sentence by its key, each limit by its name */
            readback: {
                [key: string]: string;
            };
            questions: components["schemas"]["Question"][];
        };
        /** @description A table of the file, whether or not it was taken */
        SeenTable: {
            /** @description 0 if it was put together from paragraphs */
            number: number;
            rows: number;
            /** @description The line above it */
            title?: string;
            taken: boolean;
            /** @description The roles are those that a person gave to this head before */
            remembered?: boolean;
            /** @description How many columns it has */
            width: number;
            /** @description The beginning of the cells of its first rows, by column */
            sample: string[][];
            /** @description As far as they are understood */
            columns: {
                number: number;
                heading: string;
                /** @enum {string} */
                role: "section" | "heading" | "content" | "deliverable" | "office" | "criterion" | "base" | "ignored" | "unknown";
                /** @description In percent */
                confidence: number;
            }[];
        };
        SupplementOutcome: {
            /** @description False: the scheme has all of it already */
            is_new: boolean;
            /** @description The keys of the rows whose criterion comes from it now */
            tasks: string[];
            /** @description What it says of those rows besides, and otherwise than the scheme; the scheme's stays */
            untaken: {
                /** @description Its key */
                task: string;
                /** @enum {string} */
                what: "offices" | "deliverables";
                /** @description The supplement's words */
                says: string[];
            }[];
            imported: components["schemas"]["ImportOutcome"];
        };
        /** @description Something the document leaves open, asked once */
        Question: {
            /** @description The key of a task or rule; absent for the document */
            about?: string;
            /**
             * @description See docs/importing.md
             * @example office-unknown
             */
            kind: string;
            text: string;
            proposal?: string;
        };
        Publication: {
            reason?: string;
            /** @description The identities of warnings that are confirmed by publishing */
            confirm?: string[];
            /** @description Of a revision, that facts which none of its rules can count stay on record only */
            leave_facts?: boolean;
        };
        Name: {
            name: string;
        };
        NameList: {
            items: components["schemas"]["Name"][];
        };
        SchemeDetail: {
            id: string;
            state: components["schemas"]["SchemeState"];
            scheme: components["schemas"]["Scheme"];
            /** @description Each rule as a plain sentence by its key, each limit by its name (`7.1#1`) */
            readback: {
                [key: string]: string;
            };
            /** @description Criteria that do not count until a person settles them (挂账) */
            pending: components["schemas"]["Pending"][];
            questions: components["schemas"]["Question"][];
            /** @description What is wrong or doubtful in it (疑点), in the order of the scheme */
            findings: components["schemas"]["Finding"][];
            /** @description What a person decided on a criterion, by the key of its task */
            settlements: {
                [key: string]: components["schemas"]["Settlement"];
            };
            /** @description The id of the scheme that it corrects or completes */
            revises?: string;
            /** @description Whether it completes it (补充规定) */
            is_supplement?: boolean;
            /** @description The id of the published revision in its place */
            superseded_by?: string;
        };
        Finding: {
            /** @enum {string} */
            severity: "error" | "warning" | "note";
            code: string;
            /** @description In the language asked for */
            message: string;
            /** @description Within the criterion's text, the sentences that replaced it, or the cell at the place */
            span?: components["schemas"]["Span"];
            place?: components["schemas"]["Place"];
            /** @description Its key; absent for a section or the whole */
            task?: string;
            /** @description Its key; absent if it is not about one rule alone */
            rule?: string;
            /** @description What it is about */
            words?: string;
            /** @description The same for the same code about the same words, wherever they move */
            identity: string;
            /** @description Absent while nobody did */
            confirmed?: components["schemas"]["Confirmation"];
        };
        Confirmation: {
            by: string;
            at: components["schemas"]["Moment"];
            note?: string;
            /** @description The id of the scheme whose import this one repeats */
            carried_from?: string;
        };
        /**
         * @description confirmed 确认 (it counts as it was read), replaced 改写 (by a person's own sentences or rules), left 挂账 (undecided, doesn't count), reopened 撤回 (as it was read, and nobody's word)
         * @enum {string}
         */
        SettlementHow: "confirmed" | "replaced" | "left" | "reopened";
        Settlement: {
            how: components["schemas"]["SettlementHow"];
            /** @description The sentences that replaced it */
            text?: string;
            reason?: string;
            by: string;
            at: components["schemas"]["Moment"];
            /** @description The id of the scheme whose import this one repeats */
            carried_from?: string;
        };
        /** @description `replaced` takes `text` or `reading`; `left` requires `reason`, which all may have */
        SettlementForm: {
            how: components["schemas"]["SettlementHow"];
            text?: string;
            reading?: components["schemas"]["ReadingForm"];
            reason?: string;
        };
        /** @description Rules in the form of `kaoping compile --format json`; keys, ids and spans may be absent */
        ReadingForm: {
            rules?: Record<string, never>[];
            limits?: Record<string, never>[];
            policies?: Record<string, never>[];
            links?: Record<string, never>[];
        };
        /** @description One of the two */
        ReadingTrial: {
            text?: string;
            reading?: components["schemas"]["ReadingForm"];
        };
        RuleReview: {
            key: string;
            /** @description How it is read */
            sentence: string;
            /** @description Its words in the criterion (in the text tried); absent where it is the person's words alone */
            span?: components["schemas"]["Span"];
            /** @description What is taken to be so besides */
            premise?: string;
            /** @description Why nothing can be said in figures */
            undecided?: string;
            /** @description One on each side of its edge */
            examples: components["schemas"]["BoundaryRow"][];
            /** @description The figures around its edge (临界表) */
            table: components["schemas"]["BoundaryRow"][];
        };
        BoundaryRow: {
            /** @example 实有1次 */
            given: string;
            /** @example 扣1分 */
            result: string;
        };
        ClauseReview: {
            /** @enum {string} */
            kind: "limit" | "policy" | "link";
            /** @description A limit is named `7.1#1` */
            key?: string;
            sentence: string;
            span?: components["schemas"]["Span"];
        };
        CriterionReview: {
            /** @description The key of the task where it stands */
            task: string;
            content?: string;
            /** @description The criterion as written */
            text: string;
            rules: components["schemas"]["RuleReview"][];
            /** @description Its limits, policies and links */
            clauses: components["schemas"]["ClauseReview"][];
            /** @description All of it as sentences that compile to the same again; what a person edits */
            written: string;
            /** @description Why it can't be executed as it stands */
            pending?: string;
            /** @description Whether it may be confirmed as it stands */
            confirmable: boolean;
            findings: components["schemas"]["Finding"][];
            /** @description The last word, unless it was taken back */
            settlement?: components["schemas"]["Settlement"];
            /** @description Every word on it, the first one first */
            history: components["schemas"]["Settlement"][];
        };
        TriedReading: {
            rules: components["schemas"]["RuleReview"][];
            clauses: components["schemas"]["ClauseReview"][];
            written: string;
            /** @description Their spans are in the text tried */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description Whether it may replace the criterion: there is no error in it */
            acceptable: boolean;
        };
        ConfirmationForm: {
            /** @description Identities */
            findings: [
                string,
                ...string[]
            ];
            note?: string;
        };
        ConfirmationOutcome: {
            /** @description How many were new */
            confirmed: number;
        };
        Pending: {
            /** @description Its key; absent for the document as a whole */
            task?: string;
            why: string;
        };
        /** @description The `scheme/1` form */
        Scheme: {
            /** @constant */
            format: "scheme/1";
            title: string;
            year: number;
            period: components["schemas"]["Period"];
            notice?: components["schemas"]["Notice"];
            settings: components["schemas"]["Settings"];
            sections: components["schemas"]["Section"][];
            diagnostics?: components["schemas"]["Diagnostic"][];
        };
        Period: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            /** @description The document states no period and its year was taken */
            inferred?: boolean;
        };
        Notice: {
            issuer?: string;
            /** @description The others, where several bodies issue it together */
            co_issuers?: string[];
            number?: string;
            title?: string;
            addressees?: string[];
            cites?: components["schemas"]["CitedDocument"][];
            attachments?: string[];
            copies_to?: string[];
            printed_by?: string;
            printed_on?: components["schemas"]["Day"];
            /** @description Where each part stands, by its name here */
            places?: {
                [key: string]: components["schemas"]["Place"];
            };
        };
        CitedDocument: {
            title: string;
            number?: string;
        };
        Settings: {
            decimals: number;
            base?: components["schemas"]["Decimal"];
            bonus_cap?: components["schemas"]["Decimal"];
            /**
             * @description Ignored if absent
             * @enum {string}
             */
            part_steps?: "proportional";
            /**
             * @description The choice within 同一项工作; by the letter if absent
             * @enum {string}
             */
            highest?: "best_total";
        };
        Section: {
            key: string;
            title: string;
            /** @enum {string} */
            kind: "ordinary" | "individual" | "bonus" | "use";
            /** @description Of the title */
            place?: components["schemas"]["Place"];
            base?: components["schemas"]["Decimal"];
            tasks: components["schemas"]["Task"][];
        };
        Task: {
            key: string;
            /** @description What a bonus or use paragraph carries in the text, apart from it */
            number?: string;
            /** @description What it stands under within its section (指标) */
            heading?: string;
            /** @description Absent where the criterion is the content too */
            content?: string;
            deliverables?: string[];
            responsible?: components["schemas"]["Responsible"][];
            /** @description The cell as written */
            responsible_text?: string;
            base?: components["schemas"]["Decimal"] | components["schemas"]["SameAs"];
            criterion?: components["schemas"]["Criterion"] | components["schemas"]["SameAs"];
            /** @description Where its texts stand */
            places?: {
                heading?: components["schemas"]["Place"];
                content?: components["schemas"]["Place"];
                deliverables?: components["schemas"]["Place"][];
                responsible?: components["schemas"]["Place"];
            };
        };
        /** @description Shared with the task of this key, where it stands and is scored once */
        SameAs: {
            same_as: string;
        };
        Responsible: {
            name: string;
            /**
             * @description What fixes the office where the table does not
             * @enum {string}
             */
            by?: "group" | "case" | "document";
            /**
             * @description 牵头 or 配合; absent where the table does not say
             * @enum {string}
             */
            role?: "lead" | "support";
        };
        Criterion: {
            text: string;
            /** @description Where the text lies within the words at its place, if not all of them */
            span?: components["schemas"]["Span"];
            place?: components["schemas"]["Place"];
            rules: components["schemas"]["Rule"][];
            limits: components["schemas"]["Limit"][];
            policies: components["schemas"]["Policy"][];
            links: components["schemas"]["Link"][];
            diagnostics?: components["schemas"]["Diagnostic"][];
            /** @description Nothing in it counts until somebody settles it (挂账) */
            held?: boolean;
            /**
             * @description What a person decided on how it is read
             * @enum {string}
             */
            settled?: "confirmed" | "replaced" | "left";
            /** @description The sentences that replaced it */
            settled_text?: string;
            /** @description The supplement (补充规定) that it comes from and that `place` lies in */
            source?: string;
        };
        /** @enum {string} */
        Effect: "deduct" | "bonus" | "award" | "forfeit" | "veto";
        /** @enum {string} */
        Trigger: "occurs" | "each" | "short" | "over" | "below" | "above" | "missing" | "late" | "rank" | "ratio" | "judged";
        PointsRange: {
            min: components["schemas"]["Decimal"];
            max: components["schemas"]["Decimal"];
        };
        /** @description The threshold of a tier, as a figure or as places of a ranking */
        When: {
            at_least?: components["schemas"]["Decimal"];
            more_than?: components["schemas"]["Decimal"];
            at_most?: components["schemas"]["Decimal"];
            less_than?: components["schemas"]["Decimal"];
            unit?: string;
            from?: string;
            to?: string;
        };
        /** @description What a veto leads to */
        Consequence: {
            grade?: string;
            lower?: string;
            bar?: string;
            last?: boolean;
        };
        Rule: {
            /**
             * @description Section, task, rule; moves when a scheme is revised
             * @example 1.2.1
             */
            key: string;
            /** @description Lasting; facts are kept by it */
            id: string;
            effect: components["schemas"]["Effect"];
            trigger: components["schemas"]["Trigger"];
            points?: components["schemas"]["Decimal"] | components["schemas"]["PointsRange"];
            /** @description Instead of points, where they depend on a level; in the order of the text */
            levels?: {
                [key: string]: components["schemas"]["Decimal"];
            };
            /**
             * @description What is counted
             * @example 次
             */
            unit?: string;
            per?: components["schemas"]["Decimal"];
            target?: components["schemas"]["Decimal"];
            /** @description The components, for `missing` */
            of?: string[];
            /** @description At most one rule of this number applies */
            one_of?: number;
            /** @description The rule, by its index here, that this one aggravates */
            on_top_of?: number;
            times?: components["schemas"]["Decimal"];
            when?: components["schemas"]["When"];
            /** @enum {string} */
            nature?: "duty" | "incident";
            consequence?: components["schemas"]["Consequence"];
            condition?: string;
            span: components["schemas"]["Span"];
        };
        Limit: {
            /** @description A figure, or `base` for the item's base */
            at_most: string;
            rules: number[];
            each?: string;
            /** @enum {string} */
            scope?: "section" | "scheme" | "every-item";
            span: components["schemas"]["Span"];
        };
        Policy: {
            /** @enum {string} */
            kind: "highest_only" | "no_floor";
            /** @example 同一项工作 */
            same?: string;
            /** @constant */
            scope?: "section";
            span: components["schemas"]["Span"];
        };
        Link: {
            to: string;
            span: components["schemas"]["Span"];
        };
        Diagnostic: {
            /** @enum {string} */
            severity: "error" | "warning" | "note";
            code: string;
            /** @description In Chinese; where a reading is tried, in the language asked for */
            message: string;
            /** @description In English */
            message_en?: string;
            span?: components["schemas"]["Span"];
            place?: components["schemas"]["Place"];
        };
        /**
         * @description Confirmed facts only; claims as if confirmed; all lost that nothing has been done for
         * @enum {string}
         */
        Reading: "confirmed" | "claimed" | "projected";
        Scorecard: {
            unit: string;
            reading: components["schemas"]["Reading"];
            total: components["schemas"]["Decimal"];
            /** @description No base anywhere; the total is a net adjustment (净加减分) */
            net: boolean;
            /** @description False if nothing counts yet (未评) */
            evaluated: boolean;
            deducted: components["schemas"]["Decimal"];
            bonus: components["schemas"]["Decimal"];
            rules: components["schemas"]["RuleAmount"][];
            cut: components["schemas"]["Cut"][];
            /** @description Keys of rules with no word on them yet */
            open: string[];
            vetoes: components["schemas"]["Veto"][];
            why: components["schemas"]["Reason"];
            notes: string[];
            owed: components["schemas"]["Owed"][];
        };
        RuleAmount: {
            rule: string;
            amount: components["schemas"]["Decimal"];
        };
        /** @description What a limit took away */
        Cut: {
            /** @example limit 7.1#1 */
            by: string;
            rule: string;
            amount: components["schemas"]["Decimal"];
        };
        Veto: {
            rule: string;
            consequence: components["schemas"]["Consequence"];
        };
        /** @description One step of the explanation; its children's amounts add up to its own unless set aside */
        Reason: {
            /** @enum {string} */
            kind: "total" | "section" | "task" | "group" | "rule" | "limit" | "policy" | "fact" | "rounding" | "base";
            /** @description Of the section, task, rule or limit; the id of a fact */
            key?: string;
            amount: components["schemas"]["Decimal"];
            sentence: string;
            span?: components["schemas"]["Span"];
            open?: boolean;
            set_aside?: boolean;
            evidence?: string[];
            children: components["schemas"]["Reason"][];
        };
        Layouts: {
            items: components["schemas"]["Layout"][];
        };
        /** @description What a person said of tables with a certain head */
        Layout: {
            id: string;
            /** @description The name of the file that it was said of */
            file: string;
            by: string;
            at: components["schemas"]["Moment"];
            /** @description The person chose tables with this head among those of the file */
            chosen: boolean;
            columns: {
                /** @description Empty where the column has none */
                heading: string;
                /** @enum {string} */
                role: "section" | "heading" | "content" | "deliverable" | "office" | "criterion" | "base" | "ignored" | "unknown";
            }[];
        };
        OfficeNames: {
            /** @description Whose notice it is, as the register calls it */
            unit: string;
            unknown: components["schemas"]["UnknownOfficeName"][];
            given: components["schemas"]["GivenOfficeName"][];
            /** @description Of the unit, in the order of the register: what a name may mean */
            offices: {
                name: string;
                tags: string[];
            }[];
        };
        UnknownOfficeName: {
            name: string;
            /** @description Of the register, at most three */
            nearest: string[];
            /** @description Keys of those that name it */
            tasks: string[];
            /** @description 相关处室: some are meant, and not which */
            vague: boolean;
        };
        GivenOfficeName: {
            name: string;
            offices?: string[];
            tags?: string[];
            ignored?: boolean;
            /** @description The offices that it means now */
            means: string[];
            /** @description Keys of those that name it; none where another notice does */
            tasks: string[];
            by: string;
            at: components["schemas"]["Moment"];
            reason?: string;
        };
        Owed: {
            rule: string;
            task: string;
            offices: string[];
            due: components["schemas"]["Day"];
            /** @description What is lost if nothing more happens, negative; absent where it has no bound (未定) */
            at_stake?: components["schemas"]["Decimal"];
            sentence: string;
        };
        OwedList: {
            items: components["schemas"]["Owed"][];
            /** @description The sum of what is at stake */
            total: components["schemas"]["Decimal"];
        };
        /** @description An exact decimal; a JSON number is read by its characters */
        Figure: string | number;
        /** @enum {string} */
        FactStatus: "claimed" | "confirmed" | "rejected";
        FactFields: {
            unit: string;
            /** @description The rule's key or lasting id */
            rule: string;
            on?: components["schemas"]["Day"];
            known?: components["schemas"]["Moment"];
            id?: string;
            /** @description The id of the fact that this one takes back (冲销) */
            reverses?: string;
            holds?: boolean;
            count?: components["schemas"]["Figure"];
            value?: components["schemas"]["Figure"];
            add?: components["schemas"]["Figure"];
            present?: string[];
            missing?: components["schemas"]["Figure"];
            late?: components["schemas"]["Figure"];
            place?: components["schemas"]["Figure"];
            of?: components["schemas"]["Figure"];
            from_place?: components["schemas"]["Figure"];
            points?: components["schemas"]["Figure"];
            level?: string;
            /** @description The work item, for 同一项工作 */
            work?: string;
            /** @description The case: 复议, 一审 and 二审 on one act are one 例 */
            case?: string;
            applies?: boolean;
            office?: string;
            evidence?: string[];
            note?: string;
        };
        /** @description What a person records; which fields it has depends on the rule's trigger */
        Fact: components["schemas"]["FactFields"] & {
            status?: components["schemas"]["FactStatus"];
        };
        /** @description A fact on record */
        FactRecord: components["schemas"]["FactFields"] & {
            id: string;
            status: components["schemas"]["FactStatus"];
            recorded_by: string;
            recorded_at: components["schemas"]["Moment"];
            decided_by?: string;
            decided_at?: components["schemas"]["Moment"];
            decision_note?: string;
            /** @description Of a fact that no rule counts since a revision: the id of the scheme that it was recorded on, whose key `rule` then is */
            left_behind?: string;
        };
        RecordOutcome: {
            id: string;
            /** @description False if it was on record already, with the same content */
            is_new: boolean;
        };
        FactPage: {
            items: components["schemas"]["FactRecord"][];
            /** @description The cursor of the next page; absent on the last */
            next?: string;
        };
        Decision: {
            /** @enum {string} */
            status: "confirmed" | "rejected";
            note?: string;
        };
        Verification: {
            entries: number;
            /** @description Of the last entry, 64 hexadecimal digits */
            hash: string;
            /** @description The first of them */
            problems: components["schemas"]["LedgerProblem"][];
            /** @description How many were found beyond those */
            more_problems?: number;
        };
        LedgerProblem: {
            /** @example entry-changed */
            code: string;
            message: string;
        };
        /** @enum {string} */
        EvidenceStatus: "pending" | "accepted" | "partly" | "returned" | "doubtful";
        EvidenceFile: {
            version: number;
            name: string;
            /** @enum {string} */
            kind: "pdf" | "ofd" | "docx" | "xlsx" | "pptx" | "doc" | "xls" | "ppt" | "png" | "jpeg" | "tiff" | "bmp" | "webp" | "text" | "html" | "mp4";
            size: number;
            sha256: string;
            sm3: string;
            /**
             * @description Whether marks of secrecy were looked for, or why not
             * @enum {string}
             */
            words: "read" | "none" | "too-large" | "unread";
            /** @description By a virus scanner */
            scanned: boolean;
            /** @description Came more days after it was formed than the setting `late-days` says */
            late: boolean;
            by: string;
            /** Format: date-time */
            at: string;
            removal?: {
                reason: string;
                by: string;
                /** Format: date-time */
                at: string;
            };
        };
        EvidenceCitation: {
            scheme: string;
            scheme_title: string;
            task?: string;
            rule?: string;
            fact?: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        Evidence: {
            id: string;
            unit: string;
            office?: string;
            name: string;
            kind?: string;
            number?: string;
            issuer?: string;
            /** Format: date */
            formed?: string;
            pages?: number;
            copies?: number;
            /** @enum {string} */
            form?: "original" | "copy";
            url?: string;
            location?: string;
            note?: string;
            paper?: {
                number: string;
                seen_by?: string;
                /** Format: date */
                seen_on?: string;
            };
            status: components["schemas"]["EvidenceStatus"];
            late: boolean;
            by: string;
            /** Format: date-time */
            at: string;
            files: components["schemas"]["EvidenceFile"][];
            citations: components["schemas"]["EvidenceCitation"][];
            reviews: {
                version: number;
                status: components["schemas"]["EvidenceStatus"];
                reason?: string;
                by: string;
                /** Format: date-time */
                at: string;
            }[];
            /** @description Other items with the same file; those out of reach without id and name */
            same: {
                id?: string;
                unit: string;
                name?: string;
                /** @enum {string} */
                why: "other-unit" | "other-year" | "again";
                /** Format: date-time */
                at: string;
            }[];
        };
        EvidencePage: {
            items: components["schemas"]["Evidence"][];
            next?: string;
        };
        Catalogue: {
            unit: string;
            scheme_title?: string;
            rows: {
                places: string[];
                item: components["schemas"]["Evidence"];
            }[];
        };
        PaperForm: {
            unit?: string;
            office?: string;
            name: string;
            kind?: string;
            number?: string;
            issuer?: string;
            formed?: string;
            pages?: string;
            copies?: string;
            /** @enum {string} */
            form?: "original" | "copy";
            url?: string;
            location: string;
            note?: string;
            paper_number: string;
            seen_by?: string;
            seen_on?: string;
            scheme?: string;
            task?: string;
            rule?: string;
            fact?: string;
        };
        /** @description One of task, rule and fact */
        CitationForm: {
            scheme: string;
            task?: string;
            rule?: string;
            fact?: string;
        };
        ReviewForm: {
            /** @enum {string} */
            status: "accepted" | "partly" | "returned" | "doubtful";
            reason?: string;
            /** @description The one that was looked at */
            version?: string;
        };
        RemovalForm: {
            reason: string;
            /** @description The last by default */
            version?: string;
        };
    };
    responses: {
        /** @description The body is not the JSON that was asked for */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the session has ended */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This user may not do this, or the header `X-Kaoping` is missing */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists already, or changed since it was read */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than is accepted here */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request was understood and cannot be accepted; `field` names what is wrong */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the program, or stored data that contradicts itself; nothing was changed */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The data cannot be reached at the moment; the same request may succeed later */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Shows that the request does not come from a form of another site */
        XKaoping: "1";
        /** @description The id of a scheme, or an unambiguous part of its title or number */
        SchemeId: string;
        /** @description The key of a task that has a criterion, its own or a shared one */
        TaskKey: string;
        Unit: string;
        UserName: string;
        EvidenceId: string;
        CatalogueUnit: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSchemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All schemes, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemeSummary"][];
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    importNotice: {
        parameters: {
            query: {
                /** @description The name of the file, for its kind and for the messages */
                filename: string;
                /** @description Which table of the file to take */
                table?: number;
                /** @description What columns hold, by number or heading: `3=criterion,考核要点=content` */
                map?: string;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description This text was imported before; nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            /** @description Imported as a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOutcome"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewNotice: {
        parameters: {
            query: {
                /** @description The name of the file, for its kind and for the messages */
                filename: string;
                /** @description Which table of the file to take */
                table?: number;
                /** @description What columns hold, by number or heading: `3=criterion,考核要点=content` */
                map?: string;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getScheme: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheme */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeDetail"];
                };
            };
            /** @description Not changed since the ETag was given */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCarried: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the scheme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CarriedSettlement"][];
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    attachSupplement: {
        parameters: {
            query: {
                /** @description The name of the file, for its kind and for the messages */
                filename: string;
                /** @description With `true`, nothing is stored */
                preview?: boolean;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description A preview; or it is attached already, and nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplementOutcome"];
                };
            };
            /** @description Attached, as a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplementOutcome"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishScheme: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publication"];
            };
        };
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeSummary"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCriterion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The criterion; its ETag guards a settlement */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionReview"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryReading: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingTrial"];
            };
        };
        responses: {
            /** @description What they mean */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedReading"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    settleCriterion: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
                /** @description The ETag of the criterion that the person saw */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementForm"];
            };
        };
        responses: {
            /** @description The criterion as it stands now */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CriterionReview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmFindings: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationForm"];
            };
        };
        responses: {
            /** @description Confirmed; those that were before are not confirmed twice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmationOutcome"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOffices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOfficeNames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the scheme; what was said is that of the unit, whatever notice it came from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeNames"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerOfficeName: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description As the scheme has it */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the register */
                    offices?: string[];
                    /** @description Every office that has one of them */
                    tags?: string[];
                    /** @description No office of the unit, to stay as written */
                    ignored?: boolean;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description What is left to say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeNames"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEntrustments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the scheme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entrustments"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    entrustTask: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                /** @description The key of a task that has a criterion, its own or a shared one */
                task: components["parameters"]["TaskKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By any names that the register has for them */
                    units: string[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entrustments"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The register; one without units while nobody has brought any in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Register"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceRegister: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Taken, or the same that was there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether anything changed */
                        is_new: boolean;
                        units: number;
                        offices: number;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLayouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their being said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layouts"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    forgetLayout: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layouts"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getScores: {
        parameters: {
            query?: {
                /** @description What had happened by this day; the period's end if absent */
                as_of?: components["schemas"]["Day"];
                /** @description What was known at this moment; everything if absent */
                known_at?: components["schemas"]["Moment"];
            };
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                unit: components["parameters"]["Unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The three readings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        readings: {
                            confirmed: components["schemas"]["Scorecard"];
                            claimed: components["schemas"]["Scorecard"];
                            projected: components["schemas"]["Scorecard"];
                        };
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOwed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                unit: components["parameters"]["Unit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By due day, then office, then rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwedList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFacts: {
        parameters: {
            query?: {
                unit?: string;
                /** @description A rule's key or lasting id */
                rule?: string;
                /** @description The `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of recording */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactPage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordFact: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Fact"];
            };
        };
        responses: {
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordOutcome"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideFact: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                /** @description The id of a scheme, or an unambiguous part of its title or number */
                id: components["parameters"]["SchemeId"];
                fact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactRecord"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvidence: {
        parameters: {
            query?: {
                unit?: string;
                /** @description A scheme that it is cited in */
                scheme?: string;
                /** @description A task's key, with a scheme */
                task?: string;
                /** @description A rule's key or lasting id, with a scheme */
                rule?: string;
                /** @description A fact's id, with a scheme */
                fact?: string;
                /** @description As last reviewed */
                status?: "pending" | "accepted" | "partly" | "returned" | "doubtful";
                /** @description The `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of handing in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidencePage"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addEvidence: {
        parameters: {
            query: {
                /** @description Its name, percent-encoded UTF-8 */
                filename: string;
                /** @description Whose evidence it is; that of the account by default */
                unit?: string;
                office?: string;
                /** @description That of the file by default */
                name?: string;
                kind?: string;
                /** @description The document number */
                number?: string;
                /** @description Who made it */
                issuer?: string;
                /** @description The day that it bears */
                formed?: string;
                pages?: number;
                copies?: number;
                form?: "original" | "copy";
                /** @description Where it was published */
                url?: string;
                /** @description Where it is kept */
                location?: string;
                note?: string;
                /** @description A scheme that it is cited in */
                scheme?: string;
                /** @description A task's key, with a scheme */
                task?: string;
                /** @description A rule's key or lasting id, with a scheme */
                rule?: string;
                /** @description A fact's id, with a scheme */
                fact?: string;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is, without multipart */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerPaper: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperForm"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvidenceFile: {
        parameters: {
            query?: {
                /** @description The last by default */
                version?: number;
            };
            header?: never;
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, to be saved; no browser shows them in the page */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/pdf": string;
                    "application/ofd": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                    "application/msword": string;
                    "application/vnd.ms-excel": string;
                    "application/vnd.ms-powerpoint": string;
                    "image/png": string;
                    "image/jpeg": string;
                    "image/tiff": string;
                    "image/bmp": string;
                    "image/webp": string;
                    "video/mp4": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addEvidenceVersion: {
        parameters: {
            query: {
                /** @description Its name, percent-encoded UTF-8 */
                filename: string;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        /** @description The file as it is, without multipart */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Kept; its review begins anew */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    citeEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CitationForm"];
            };
        };
        responses: {
            /** @description Cited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    unciteEvidence: {
        parameters: {
            query?: {
                /** @description A scheme that it is cited in */
                scheme?: string;
                /** @description A task's key, with a scheme */
                task?: string;
                /** @description A rule's key or lasting id, with a scheme */
                rule?: string;
                /** @description A fact's id, with a scheme */
                fact?: string;
            };
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not cited any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reviewEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewForm"];
            };
        };
        responses: {
            /** @description Reviewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeEvidenceFile: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                evidence: components["parameters"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovalForm"];
            };
        };
        responses: {
            /** @description Removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvidenceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCatalogue: {
        parameters: {
            query?: {
                /** @description Only what is cited in it */
                scheme?: string;
            };
            header?: never;
            path: {
                unit: components["parameters"]["CatalogueUnit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCatalogueWorkbook: {
        parameters: {
            query?: {
                /** @description Only what is cited in it */
                scheme?: string;
            };
            header?: never;
            path: {
                unit: components["parameters"]["CatalogueUnit"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, to be saved; no browser shows them in the page */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                    };
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Made; the password is shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedPassword"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Appointed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePlace: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlace"];
            };
        };
        responses: {
            /** @description Moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path: {
                name: components["parameters"]["UserName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The new password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedPassword"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In a fixed order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSettings"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description Shows that the request does not come from a form of another site */
                "X-Kaoping": components["parameters"]["XKaoping"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: [
                        {
                            /** @example password-days */
                            name: string;
                            /**
                             * @example 90
                             * @example on
                             */
                            value: string;
                        },
                        ...{
                            /** @example password-days */
                            name: string;
                            /**
                             * @example 90
                             * @example on
                             */
                            value: string;
                        }[]
                    ];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As they stand now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemSettings"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Invalid"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found; its `entries` and `hash` are a checkpoint to keep elsewhere */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
}
