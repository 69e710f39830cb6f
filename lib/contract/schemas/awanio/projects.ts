/** Projects and their members, A14–A23 and AX1. */
import { bool, id, idOrNull, instant, int, text, wireObject } from '../../decode';
import { shapes } from '../../shape';
import { input, reference, some } from '../shared';
import { icon, identified, name, picture, uuidParams } from './common';
import { level, leveled, organization, unleveled } from './organizations';
import { projectName, user } from './people';

/** One person in one project. The provider sends `project` and `user` only in some answers. */
export const projectMember = wireObject({
  uuid: idOrNull(),
  user_type: text(),
  user: identified(user),
  project: identified(projectName),
  user_level: int(),
  is_default: bool(),
  created_at: instant(),
  updated_at: instant(),
});

const project = wireObject({
  uuid: id(),
  name: text(),
  slug: text(),
  icon: picture(),
  organization: identified(organization),
  /** The person's own membership. */
  project_member: identified(projectMember),
  created_at: instant(),
  updated_at: instant(),
});

const create = input({
  name: name(),
  icon: icon().optional(),
  organization_uuid: reference(),
  project_members: some(leveled, 100).optional(),
});
const leveledPeople = () => some(leveled, 100).optional();
const people = () => some(unleveled, 100).optional();
/** The change of a project. The documented names are singular; newer clients send `project_members_…`. (QA28) */
const update = input({
  name: name().optional(),
  organization_uuid: reference().optional(),
  icon: icon().optional(),
  project_member_added: leveledPeople(),
  project_member_updated: leveledPeople(),
  project_member_deleted: people(),
  project_members_added: leveledPeople(),
  project_members_updated: leveledPeople(),
  project_members_deleted: people(),
});
const memberParams = input({ uuid: reference(), user_uuid: reference() });

export const projectShapes = shapes({
  /** The sample is null; newer versions answer the project. */
  A14: { body: create, answer: 'object', wire: identified(project) },
  A15: { answer: 'list', wire: project },
  A16: { params: uuidParams, answer: 'object', wire: project },
  /** Null in the documentation; newer versions answer the project's name. */
  A17: { params: uuidParams, body: update, answer: 'object', wire: identified(projectName) },
  A18: { params: uuidParams, answer: 'object', wire: projectMember },
  A19: { params: uuidParams, answer: 'object', wire: projectMember },
  A20: { params: uuidParams, body: input({ member_uuid: reference() }), answer: 'sentence' },
  A21: { params: uuidParams, answer: 'list', wire: projectMember },
  A22: { params: memberParams, body: input({ user_level: level() }), answer: 'sentence' },
  A23: { params: memberParams, answer: 'sentence' },
  AX1: { params: uuidParams, answer: 'sentence' },
});
