import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When somebody on the help page can be reached, in the organization's own words: "Monday-Friday, 9-5". */
export class HoursOfHelpContacts1797320000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table help_contact add column open_hours text;
      alter table help_contact add constraint help_contact_open_hours_length
        check (char_length(open_hours) between 1 and 80);
      grant insert (open_hours), update (open_hours) on help_contact to alongside_app;
      drop trigger audit_change on help_contact;
      create trigger audit_change after insert or update or delete on help_contact for each row
        execute function access.audit_change('SETTINGS', '', 'label,phone,url,open_hours,position,removed_at');
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger audit_change on help_contact;
      alter table help_contact drop column open_hours;
      create trigger audit_change after insert or update or delete on help_contact for each row
        execute function access.audit_change('SETTINGS', '', 'label,phone,url,position,removed_at');
    `)
  }
}
